import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('desk', { en, de })
registerProblems('de', problemsInGerman)

export { type ListState, parseListState } from './list-state.ts'
export { searchPaletteSource } from './palette-source.ts'
export type { SearchState } from './search-panel.tsx'
export type { Neighbours } from './use-neighbours.ts'
export { WorkLists } from './work-lists.tsx'

export const TicketListPanel = lazyPart(() => import('./ticket-list-panel.tsx'), 'TicketListPanel')
export const SearchPanel = lazyPart(() => import('./search-panel.tsx'), 'SearchPanel')
export const BoardPanel = lazyPart(() => import('./board/board-panel.tsx'), 'BoardPanel')
export const MyMatrix = lazyPart(() => import('./board/my-matrix.tsx'), 'MyMatrix')
