import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('sla', { en, de })
registerProblems('de', problemsInGerman)

export { ClocksPanel } from './clocks-panel.tsx'
export { NextDue } from './next-due.tsx'

export const PoliciesPanel = lazyPart(() => import('./admin/policies-panel.tsx'), 'PoliciesPanel')
export const AgreementsPanel = lazyPart(() => import('./admin/agreements-panel.tsx'), 'AgreementsPanel')
