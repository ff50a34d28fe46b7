/** An RFC 9457 problem as the server sends it, thrown by `api()`. `status` 0 means the server was not reached. */
export class ApiProblem extends Error {
  readonly status: number
  /** Stable: `ticket.not_found`, `people.locked_out`, `network.unreachable`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  /** Where it hurts: `body.subject`. */
  readonly field: string | undefined
  /** Every field that hurts, when the server named several. */
  readonly fields: ReadonlyArray<{ field: string; detail: string }>
  readonly retryAfterSeconds: number | undefined
  /** The whole answer: some problems carry more, a 412 the current state. */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>, retryAfterSeconds?: number) {
    const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : undefined)
    const title = text('title') ?? `HTTP ${status}`
    super(text('detail') ?? title)
    this.name = 'ApiProblem'
    this.status = status
    this.code = text('code') ?? `http.${status}`
    this.title = title
    this.detail = text('detail') ?? title
    this.field = text('field')
    this.fields = fieldsOf(body, this.field, this.detail)
    this.retryAfterSeconds = retryAfterSeconds
    this.body = body
  }
}

function fieldsOf(body: Record<string, unknown>, field: string | undefined, detail: string) {
  const list = Array.isArray(body.errors) ? (body.errors as Array<Record<string, unknown>>) : []
  const named = list.flatMap((e) =>
    typeof e.field === 'string' ? [{ field: e.field, detail: String(e.detail ?? e.message ?? detail) }] : [],
  )
  return named.length > 0 || !field ? named : [{ field, detail }]
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code)
