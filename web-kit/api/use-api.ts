import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import { useLive } from '../live/use-live.ts'
import { api } from './api.ts'
import type { AnyEndpoint, Asked, ResponseOf, Sent } from './contract.ts'
import type { ApiProblem } from './problem.ts'
import { queryClient } from './query-client.ts'

export type ApiKey = readonly [path: string, params: unknown, query: unknown]

/** The cache key of a reading. Everything under one endpoint shares its first part. */
export const keyOf = <E extends AnyEndpoint>(endpoint: E, args: Asked<E>): ApiKey => {
  const { params, query } = args as { params?: unknown; query?: unknown }
  return [endpoint.path, params ?? null, query ?? null]
}

export const apiQuery = <E extends AnyEndpoint>(endpoint: E, args: Asked<E>) =>
  queryOptions<ResponseOf<E>, ApiProblem, ResponseOf<E>, ApiKey>({
    queryKey: keyOf(endpoint, args),
    queryFn: ({ signal }) => api(endpoint, { ...args, signal } as unknown as Sent<E>),
  })

export interface UseApiOptions {
  enabled?: boolean
  /** Topics whose change makes this reading stale while it is on screen, e.g. `ticket:1042`. */
  live?: readonly string[]
  /** Show the former answer while the next one for other arguments is fetched. */
  keepPrevious?: boolean
  staleMs?: number
  /** Ask again every so many milliseconds. */
  everyMs?: number
}

/** Reads an endpoint through the cache: `const ticket = useApi(getTicket, { params: { number } }, { live: [`ticket:${number}`] })`. */
export function useApi<E extends AnyEndpoint>(endpoint: E, args: Asked<E>, options: UseApiOptions = {}) {
  const { enabled = true, live = [], keepPrevious, staleMs, everyMs } = options
  useLive(enabled ? live : [], keyOf(endpoint, args))
  return useQuery({
    ...apiQuery(endpoint, args),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
}

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}
export type ItemOf<E> = ResponseOf<E> extends { items: Array<infer T> } ? T : never

export const pagesQuery = <E extends AnyEndpoint>(endpoint: E, args: Asked<E>) =>
  infiniteQueryOptions<Page<ItemOf<E>>, ApiProblem, InfiniteData<Page<ItemOf<E>>>, readonly unknown[], string | null>({
    queryKey: [...keyOf(endpoint, args), 'pages'],
    initialPageParam: null,
    queryFn: async ({ pageParam, signal }) => {
      const { query } = args as { query?: Record<string, unknown> }
      const asked = { ...args, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal }
      return (await api(endpoint, asked as unknown as Sent<E>)) as unknown as Page<ItemOf<E>>
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** Reads a `{ items, nextCursor }` list page by page; feed `items` and `more` to a virtual list. */
export function usePages<E extends AnyEndpoint>(endpoint: E, args: Asked<E>, options: UseApiOptions = {}) {
  const { enabled = true, live = [], keepPrevious } = options
  useLive(enabled ? live : [], keyOf(endpoint, args))
  const query = useInfiniteQuery({
    ...pagesQuery(endpoint, args),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    ...query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}

/** Fetches ahead, so that opening shows no spinner. */
export const prefetch = <E extends AnyEndpoint>(endpoint: E, args: Asked<E>) =>
  queryClient.prefetchQuery({ ...apiQuery(endpoint, args), staleTime: 30_000 })

/** Marks readings stale: one endpoint whole, or only with these arguments. */
export const stale = <E extends AnyEndpoint>(endpoint: E, args?: Asked<E>) =>
  queryClient.invalidateQueries({ queryKey: args ? keyOf(endpoint, args) : [endpoint.path] })
