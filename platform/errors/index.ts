/** An error that a person or program outside may see: RFC 9457 problem details. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly detail: string
  /** Where the bad value stands: `body.subject`, `query.limit`, a setting's name. */
  readonly field: string | undefined
  /** Further members of the problem document, e.g. the current state on 412. */
  readonly extra: Record<string, unknown>

  constructor(code: string, status: number, detail: string, options: ProblemOptions = {}) {
    super(`${code}: ${detail}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.detail = detail
    this.field = options.field
    this.extra = options.extra ?? {}
  }
}

export interface ProblemOptions {
  field?: string
  extra?: Record<string, unknown>
  cause?: unknown
}

type Words<P> = string | ((params: P) => string)

/**
 * Declares a problem: a stable code (`room.what`), an HTTP status and words a person understands.
 * The result makes the error: `throw ticketNotFound({ number })`.
 */
export function problem<P = void>(code: string, status: number, words: Words<P>) {
  return (params: P, options?: ProblemOptions): Problem =>
    new Problem(code, status, typeof words === 'string' ? words : words(params), options)
}

export const forbidden = problem<{ need: string }>(
  'access.forbidden',
  403,
  (p) => `You are not allowed to do this; it needs the permission ${p.need}.`,
)
export const signInNeeded = problem('access.sign_in_needed', 401, 'Sign in to do this.')
export const stale = problem(
  'http.stale',
  412,
  'Somebody changed this since you read it. The current state is in "current"; apply your change to it again.',
)
