import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('triage', { en, de })
registerProblems('de', problemsInGerman)

export { PriorityControl } from './priority-control.tsx'
export { SimilarPanel, useSimilar } from './similar-panel.tsx'
export { useSpam } from './use-spam.ts'

export const MatrixEffectPanel = lazyPart(() => import('./matrix-effect-panel.tsx'), 'MatrixEffectPanel')
export const ServiceUsage = lazyPart(() => import('./usage-note.tsx'), 'ServiceUsage')
export const CategoryUsage = lazyPart(() => import('./usage-note.tsx'), 'CategoryUsage')
