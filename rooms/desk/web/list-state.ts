import { dueFilters, type TicketFilter } from '../../ticket/contract/http.ts'
import { type ListColumn, listColumns, usualColumns } from '../../ticket/web/index.ts'
import { type BuiltInList, builtInLists, type View } from '../contract/http.ts'

export const filterKeys = [
  'status',
  'priority',
  'kind',
  'team',
  'assignee',
  'requester',
  'organisation',
  'service',
  'category',
  'tag',
  'flag',
  'due',
  'channel',
  'createdAfter',
  'createdBefore',
  'updatedAfter',
  'updatedBefore',
] as const satisfies readonly (keyof TicketFilter)[]
export type FilterKey = (typeof filterKeys)[number]

/**
 * A list as its address says it: a built-in list or a saved view to start from, and what differs from it. A filter that
 * is empty here takes away what the view says.
 */
export interface ListState extends TicketFilter {
  list?: BuiltInList
  view?: number
  sort?: string
  /** Separated by commas. */
  columns?: string
}

/** Reads the search part of an address; what is not understood is left out. Nothing at all: the viewer's own tickets. */
export function parseListState(search: Record<string, unknown>): ListState {
  const state: ListState = {}
  const list = builtInLists.find((one) => one.key === search.list)
  if (list) state.list = list.key
  const view = Number(search.view)
  if (Number.isInteger(view) && view > 0) state.view = view
  for (const key of [...filterKeys, 'sort', 'columns'] as const) {
    const value = search[key]
    if (typeof value === 'string' || typeof value === 'number') Object.assign(state, { [key]: String(value) })
  }
  if (state.due && !dueFilters.includes(state.due)) delete state.due
  return Object.keys(state).length === 0 ? { list: 'mine' } : state
}

export interface ListMeaning {
  filter: TicketFilter
  sort: string
  columns: readonly ListColumn[]
  /** Something differs from the list or view it started from. */
  changed: boolean
}

/** What a state comes to, given the view it starts from. */
export function meaningOf(state: ListState, view: View | undefined): ListMeaning {
  const list: { filter: TicketFilter; sort?: string } | undefined = builtInLists.find((one) => one.key === state.list)
  const base: TicketFilter = view?.filter ?? list?.filter ?? {}
  const own = Object.fromEntries(filterKeys.filter((key) => state[key] !== undefined).map((key) => [key, state[key]]))
  const filter = Object.fromEntries(Object.entries({ ...base, ...own }).filter(([, value]) => value))
  const columns = state.columns === undefined ? view?.columns : state.columns.split(',')
  const known = columns?.filter((one): one is ListColumn => (listColumns as readonly string[]).includes(one))
  return {
    filter,
    sort: state.sort ?? view?.sort ?? list?.sort ?? '-updatedAt',
    columns: known && known.length > 0 ? known : usualColumns,
    changed: Object.keys(own).length > 0 || state.sort !== undefined || state.columns !== undefined,
  }
}

/** The state with one filter set, or with undefined taken away. */
export function withFilter(
  state: ListState,
  view: View | undefined,
  key: FilterKey,
  value: string | undefined,
): ListState {
  const { [key]: _, ...rest } = state
  const base: TicketFilter = view?.filter ?? builtInLists.find((one) => one.key === state.list)?.filter ?? {}
  if ((value ?? '') === (base[key] ?? '')) return rest
  return { ...rest, [key]: value ?? '' }
}

export function toggled(value: string | undefined, one: string): string | undefined {
  const before = value ? value.split(',') : []
  const after = before.includes(one) ? before.filter((other) => other !== one) : [...before, one]
  return after.length === 0 ? undefined : after.join(',')
}
