import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'

export const MailboxesPanel = lazyPart(() => import('./mailboxes-panel.tsx'), 'MailboxesPanel')
export const InboundMailPanel = lazyPart(() => import('./inbound-mail-panel.tsx'), 'InboundMailPanel')
export const OutboxPanel = lazyPart(() => import('./outgoing/outbox-panel.tsx'), 'OutboxPanel')
export const MailDoorsPanel = lazyPart(() => import('./receiving/mail-doors-panel.tsx'), 'MailDoorsPanel')
