import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('routing', { en, de })
registerProblems('de', problemsInGerman)

export { useNext } from './use-next.ts'

export const DecisionPanel = lazyPart(() => import('./decision-panel.tsx'), 'DecisionPanel')
export const RulesPanel = lazyPart(() => import('./admin/rules-panel.tsx'), 'RulesPanel')
export const TeamRoutingPanel = lazyPart(() => import('./teams/team-routing-panel.tsx'), 'TeamRoutingPanel')
export const TeamRoutingEditor = lazyPart(() => import('./teams/team-routing-editor.tsx'), 'TeamRoutingEditor')
export const TeamAbsences = lazyPart(() => import('./away/team-absences.tsx'), 'TeamAbsences')
export const MyAbsences = lazyPart(() => import('./away/my-absences.tsx'), 'MyAbsences')
