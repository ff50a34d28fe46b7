import { QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** One cache per page. What was shown is shown again at once and read again behind it. */
export const queryClient = new QueryClient({
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
