import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('resolution', { en, de })
registerProblems('de', problemsInGerman)

export { ResolutionPanel } from './resolution-panel.tsx'
export { ResolveDialog } from './resolve-dialog.tsx'

export const AnswerResolution = lazyPart(() => import('./public/answer-resolution.tsx'), 'AnswerResolution')
export const AnswerByLink = lazyPart(() => import('./public/answer-by-link.tsx'), 'AnswerByLink')
