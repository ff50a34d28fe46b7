import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems } from '../../../web-kit/i18n/i18n.ts'
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerProblems('de', problemsInGerman)

export const MailboxesPanel = lazyPart(() => import('./mailboxes-panel.tsx'), 'MailboxesPanel')
export const InboundMailPanel = lazyPart(() => import('./inbound-mail-panel.tsx'), 'InboundMailPanel')
export const OutboxPanel = lazyPart(() => import('./outgoing/outbox-panel.tsx'), 'OutboxPanel')
export const MailDoorsPanel = lazyPart(() => import('./receiving/mail-doors-panel.tsx'), 'MailDoorsPanel')
export const MailTemplatesPanel = lazyPart(() => import('./outgoing/mail-templates-panel.tsx'), 'MailTemplatesPanel')
