import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems } from '../../../web-kit/i18n/i18n.ts'
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerProblems('de', problemsInGerman)

export const CalendarsPanel = lazyPart(() => import('./admin/calendars-panel.tsx'), 'CalendarsPanel')
