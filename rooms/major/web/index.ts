import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'

export const MajorCard = lazyPart(() => import('./major-card.tsx'), 'MajorCard')
export const DeclareMajor = lazyPart(() => import('./declare-major.tsx'), 'DeclareMajor')
export const MajorList = lazyPart(() => import('./major-list.tsx'), 'MajorList')
export const MajorView = lazyPart(() => import('./major-view.tsx'), 'MajorView')
export const Announcements = lazyPart(() => import('./public/announcements.tsx'), 'Announcements', null, 'silent')
