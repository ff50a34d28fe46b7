import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('escalation', { en, de })
registerProblems('de', problemsInGerman)

export { EscalationCard } from './escalation-card.tsx'
export { PathPanel } from './path-panel.tsx'
export { useEscalations } from './use-escalations.ts'

export const HandOffDrawer = lazyPart(() => import('./hand-off-drawer.tsx'), 'HandOffDrawer')
export const ContactLine = lazyPart(() => import('./public/contact-line.tsx'), 'ContactLine')
export const SayUrgent = lazyPart(() => import('./public/say-urgent.tsx'), 'SayUrgent')
export const EscalationReport = lazyPart(() => import('./report/escalation-report.tsx'), 'EscalationReport')
export const PathsPanel = lazyPart(() => import('./admin/paths-panel.tsx'), 'PathsPanel')
export const TriggersPanel = lazyPart(() => import('./admin/triggers-panel.tsx'), 'TriggersPanel')
