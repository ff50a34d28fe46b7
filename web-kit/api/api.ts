import type { AnyEndpoint, Asked, ResponseOf, Sent } from './contract.ts'
import { ApiProblem } from './problem.ts'

interface Loose {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
  ifMatch?: string | number
  idempotencyKey?: string
  signal?: AbortSignal
  keepalive?: boolean
}

/** `/api/v1/tickets/:number` + `{ number: 7 }` → `/api/v1/tickets/7`, with the query appended. */
export function urlOf<E extends AnyEndpoint>(endpoint: E, args: Asked<E>): string {
  const { params, query } = args as Loose
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const tail = search.toString()
  return tail ? `${path}?${tail}` : path
}

/** Calls an endpoint of the desk. Throws `ApiProblem` for every answer that is not 2xx, and when there is none. */
export async function api<E extends AnyEndpoint>(endpoint: E, args: Sent<E>): Promise<ResponseOf<E>> {
  const { body, ifMatch, idempotencyKey, signal, keepalive } = args as Loose
  const headers: Record<string, string> = { accept: 'application/json' }
  const form = body instanceof FormData
  if (body !== undefined && !form) headers['content-type'] = 'application/json'
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  const response = await reach(urlOf(endpoint, args), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  })
  return (await read(response)) as ResponseOf<E>
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw new ApiProblem(0, { code: 'network.unreachable', title: 'The desk cannot be reached' })
  }
}

/** Reads an answer the way `api()` does; for requests that are not JSON, such as uploads. */
export async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const json = response.headers.get('content-type')?.includes('json')
  const body: unknown = json ? await response.json().catch(() => ({})) : await response.text()
  if (response.ok) return body
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const fields = json && typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  throw new ApiProblem(response.status, fields, retryAfter)
}
