import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web-kit/api/api.ts'
import { isProblem } from '../../../web-kit/api/problem.ts'
import { keyOf, useApi } from '../../../web-kit/api/use-api.ts'
import { leavePush } from '../../../web-kit/app/own-push.ts'
import { stopLive } from '../../../web-kit/live/socket.ts'
import { endSession, getMe, type Me } from '../contract/http-session.ts'

/** Who is signed in. `stranger` is true when nobody is. */
export function useMe() {
  const query = useApi(getMe, {}, { staleMs: 5 * 60_000 })
  const me = query.data
  return {
    ...query,
    me,
    stranger: isProblem(query.error) && query.error.status === 401,
    can: (permission: string) => me?.permissions.includes(permission) ?? false,
  }
}

/** Puts the answer of signing in where `useMe` reads it. */
export function useSignedIn() {
  const cache = useQueryClient()
  return (me: Me) => {
    cache.clear()
    cache.setQueryData(keyOf(getMe, {}), me)
  }
}

export function useSignOut() {
  const cache = useQueryClient()
  return async () => {
    await leavePush()
    await api(endSession, {})
    stopLive()
    cache.clear()
    location.assign('/sign-in')
  }
}
