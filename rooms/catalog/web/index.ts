import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('catalog', { en, de })
registerProblems('de', problemsInGerman)

export { answerProblems } from './answer-problems.ts'
export { ServiceIcon } from './service-icon.tsx'

export const AnswersList = lazyPart(() => import('./answers-list.tsx'), 'AnswersList')
export const RequestForm = lazyPart(() => import('./request-form.tsx'), 'RequestForm')

export const ServicesPanel = lazyPart(() => import('./admin/services-panel.tsx'), 'ServicesPanel')
export const ServicePanel = lazyPart(() => import('./admin/service-panel.tsx'), 'ServicePanel')
export const CategoriesPanel = lazyPart(() => import('./admin/categories-panel.tsx'), 'CategoriesPanel')
export const MatrixPanel = lazyPart(() => import('./admin/matrix-panel.tsx'), 'MatrixPanel')
