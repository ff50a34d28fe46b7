import { useSyncExternalStore } from 'react'

/*
 * A dozen pages without nested layouts need no router library: that would be a quarter of what a phone loads before it
 * shows anything.
 */
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
const current = () => location.pathname + location.search

/** Where we are: path without a slash at its end, and what stands after the question mark. */
export function usePlace() {
  const url = new URL(useSyncExternalStore(subscribe, current), location.origin)
  return { path: url.pathname.replace(/(.)\/+$/, '$1'), query: url.searchParams }
}

/** Goes to a page of the portal. `replace` leaves no step in the history, for filters and redirections. */
export function go(to: string, { replace = false } = {}) {
  if (to === current()) return
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  if (!replace) scrollTo(0, 0)
  tell()
}

/** The values of a path such as `/tickets/:number`, or undefined when it is another one. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':') && value) values[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return values
}
