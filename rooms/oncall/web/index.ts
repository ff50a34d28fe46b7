import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import './strings.ts'

export const OnCallBoard = lazyPart(() => import('./on-call-board.tsx'), 'OnCallBoard')
export const PageCards = lazyPart(() => import('./page-cards.tsx'), 'PageCards')
export const StartPage = lazyPart(() => import('./start-page.tsx'), 'StartPage')
export const PageByLink = lazyPart(() => import('./page-by-link.tsx'), 'PageByLink')
export const SchedulesPanel = lazyPart(() => import('./admin/schedules-panel.tsx'), 'SchedulesPanel')
export const LaddersPanel = lazyPart(() => import('./admin/ladders-panel.tsx'), 'LaddersPanel')
export const ProvidersPanel = lazyPart(() => import('./admin/providers-panel.tsx'), 'ProvidersPanel')
