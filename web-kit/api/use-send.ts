import { type InfiniteData, useMutation } from '@tanstack/react-query'
import { toast } from '../ui/toast.tsx'
import { api } from './api.ts'
import type { AnyEndpoint, Asked, ResponseOf, Sent } from './contract.ts'
import type { ApiProblem } from './problem.ts'
import { queryClient } from './query-client.ts'
import { type ItemOf, keyOf, type Page } from './use-api.ts'

/** A change of the cache that shows before the server answered; returns its own undoing. */
export type CacheChange = () => Promise<() => void>

/** Changes one cached reading at once: `change(getTicket, { params }, (t) => ({ ...t, status }))`. */
export const change =
  <E extends AnyEndpoint>(endpoint: E, args: Asked<E>, next: (before: ResponseOf<E>) => ResponseOf<E>): CacheChange =>
  async () => {
    const queryKey = keyOf(endpoint, args)
    await queryClient.cancelQueries({ queryKey, exact: true })
    const before = queryClient.getQueryData<ResponseOf<E>>(queryKey)
    if (before !== undefined) queryClient.setQueryData(queryKey, next(before))
    return () => queryClient.setQueryData(queryKey, before)
  }

/** Changes the matching items in every cached page list of an endpoint, whatever its filters. */
export const changeItems =
  <E extends AnyEndpoint>(
    endpoint: E,
    matches: (item: ItemOf<E>) => boolean,
    next: (item: ItemOf<E>) => ItemOf<E>,
  ): CacheChange =>
  async () => {
    type Lists = InfiniteData<Page<ItemOf<E>>>
    const filter = {
      queryKey: [endpoint.path],
      predicate: (q: { queryKey: readonly unknown[] }) => q.queryKey[3] === 'pages',
    }
    await queryClient.cancelQueries(filter)
    const before = queryClient.getQueriesData<Lists>(filter)
    queryClient.setQueriesData<Lists>(
      filter,
      (lists) =>
        lists && {
          ...lists,
          pages: lists.pages.map((page) => ({ ...page, items: page.items.map((i) => (matches(i) ? next(i) : i)) })),
        },
    )
    return () => {
      for (const [key, data] of before) queryClient.setQueryData(key, data)
    }
  }

/** Puts an item at the end of one cached page list, before the server has it. */
export const append =
  <E extends AnyEndpoint>(endpoint: E, args: Asked<E>, item: ItemOf<E>): CacheChange =>
  async () => {
    const queryKey = [...keyOf(endpoint, args), 'pages']
    await queryClient.cancelQueries({ queryKey })
    const before = queryClient.getQueryData<InfiniteData<Page<ItemOf<E>>>>(queryKey)
    const last = before?.pages.at(-1)
    if (before && last) {
      const pages = [...before.pages.slice(0, -1), { ...last, items: [...last.items, item] }]
      queryClient.setQueryData(queryKey, { ...before, pages })
    }
    return () => queryClient.setQueryData(queryKey, before)
  }

export interface UseSendOptions<E extends AnyEndpoint> {
  /** What shows at once; rolled back when the server refuses. */
  optimistic?: (sent: Sent<E>) => CacheChange[]
  /** Endpoints read again afterwards, whether it worked or not. */
  refresh?: readonly AnyEndpoint[] | ((sent: Sent<E>) => ReadonlyArray<readonly [AnyEndpoint, unknown]>)
  onDone?: (answer: ResponseOf<E>, sent: Sent<E>) => void
  /** Return true when the problem was shown; otherwise a toast says it. */
  onProblem?: (problem: ApiProblem, sent: Sent<E>) => boolean | undefined
}

/** Writes to an endpoint: `const assign = useSend(putAssignment, { optimistic, refresh: [listTickets] })`. */
export function useSend<E extends AnyEndpoint>(endpoint: E, options: UseSendOptions<E> = {}) {
  return useMutation<ResponseOf<E>, ApiProblem, Sent<E>, Array<() => void>>({
    mutationFn: (sent) => api(endpoint, sent),
    onMutate: async (sent) => {
      const undoings: Array<() => void> = []
      for (const apply of options.optimistic?.(sent) ?? []) undoings.push(await apply())
      return undoings
    },
    onError: (problem, sent, undoings) => {
      for (const undo of [...(undoings ?? [])].reverse()) undo()
      if (!options.onProblem?.(problem, sent)) toast.problem(problem)
    },
    onSuccess: (answer, sent) => options.onDone?.(answer, sent),
    onSettled: (_answer, _problem, sent) => {
      const { refresh = [] } = options
      const keys =
        typeof refresh === 'function'
          ? refresh(sent).map(([e, args]) => keyOf(e, args as Asked<AnyEndpoint>))
          : refresh.map((e) => [e.path])
      for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey })
    },
  })
}
