import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems } from '../../../web-kit/i18n/i18n.ts'
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }
import './strings.ts'

registerProblems('de', problemsInGerman)

export { NoticeBell } from './notice-bell.tsx'
export { useSeenTicket } from './use-notices.ts'

export const NoticeSettings = lazyPart(() => import('./settings/notice-settings.tsx'), 'NoticeSettings')
export const ChannelsPanel = lazyPart(() => import('./admin/channels-panel.tsx'), 'ChannelsPanel')
