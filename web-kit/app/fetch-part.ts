import { ApiProblem, isProblem } from '../api/problem.ts'

const unreachable = 'network.unreachable'
const waitMs = 30_000
const keptAs = 'deskhand.reloaded'

/** A part of the page could not be fetched because the desk is away; it can be had when the desk is back. */
export const isUnreachable = (error: unknown): error is ApiProblem => isProblem(error, unreachable)

export const deskAnswers = (): Promise<boolean> =>
  fetch('/api/v1/health', { cache: 'no-store', signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** Loads the page again, but not in circles. */
export function reloadOnce(): boolean {
  if (Date.now() - Number(sessionStorage.getItem(keptAs)) < waitMs) return false
  sessionStorage.setItem(keptAs, String(Date.now()))
  location.reload()
  return true
}

/**
 * Fetches a part of the page: `fetchPart(() => import('./ticket-screen.tsx'))`. After an upgrade the files of the old
 * page are gone; loading the page again brings the new ones. While the desk is away that would lose the page instead.
 */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(await deskAnswers())) throw new ApiProblem(0, { code: unreachable, title: 'The desk cannot be reached' })
    // What was asked for comes with the new page, so until then it is still on its way.
    if (reloadOnce()) return new Promise(() => {})
    // In words of our own: the router loads the page again at those of the browser.
    throw new Error('A part of the page is missing', { cause: error })
  }
}
