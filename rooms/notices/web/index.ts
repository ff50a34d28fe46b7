import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems } from '../../../web-kit/i18n/i18n.ts'
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerProblems('de', problemsInGerman)

export { useSeenTicket } from './use-notices.ts'

export const NoticeBell = lazyPart(() => import('./notice-bell.tsx'), 'NoticeBell', null, 'silent')
export const NoticeSettings = lazyPart(() => import('./settings/notice-settings.tsx'), 'NoticeSettings')
export const ChannelsPanel = lazyPart(() => import('./admin/channels-panel.tsx'), 'ChannelsPanel')
