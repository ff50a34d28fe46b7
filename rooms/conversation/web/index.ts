import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('conversation', { en, de })
registerProblems('de', problemsInGerman)

export { ComposerPanel } from './composer-panel.tsx'
export type { ComposerHandle } from './composer-props.ts'
export { type Between, ThreadPanel } from './thread-panel.tsx'
export { prefetchThread } from './use-thread.ts'

export const ScheduledReplies = lazyPart(() => import('./later/scheduled-replies.tsx'), 'ScheduledReplies')
export const SideConversations = lazyPart(() => import('./side/side-conversations.tsx'), 'SideConversations')
export const AskOutside = lazyPart(() => import('./side/ask-outside.tsx'), 'AskOutside')
export const PublicThread = lazyPart(() => import('./public/public-thread.tsx'), 'PublicThread')
export const AnswerBox = lazyPart(() => import('./public/answer-box.tsx'), 'AnswerBox')
export const CannedRepliesPanel = lazyPart(() => import('./admin/canned-replies-panel.tsx'), 'CannedRepliesPanel')
export const StopMail = lazyPart(() => import('./subscription/stop-mail.tsx'), 'StopMail')
export const MergedStrand = lazyPart(() => import('./merged/merged-strand.tsx'), 'MergedStrand')
export const MySignature = lazyPart(() => import('./my-signature.tsx'), 'MySignature')
