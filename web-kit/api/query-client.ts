import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

const listeners = new Set<() => void>()

/** Hears when an answer says that nobody is signed in any more. */
export const onSignedOut = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const notice = (error: unknown) => {
  if (isProblem(error) && error.status === 401) for (const tell of listeners) tell()
}

/** One cache per page. What was shown is shown again at once and read again behind it. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 15 * 60_000,
      refetchOnWindowFocus: true,
      // An answer the server gave on purpose does not change by asking again.
      retry: (count, error) => count < 2 && !(isProblem(error) && error.status >= 400 && error.status < 500),
    },
    mutations: { retry: false },
  },
})
