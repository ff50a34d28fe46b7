import { Pool } from 'undici'

export interface Reply {
  status: number
  // Answers are looked into freely; what is found is checked.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any
}

export interface HttpClient {
  get(path: string): Promise<Reply>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  put(path: string, body: unknown): Promise<Reply>
  patch(path: string, body: unknown): Promise<Reply>
  delete(path: string): Promise<Reply>
  close(): void
}

const typed = { 'content-type': 'application/json' }

/** A plain client on kept connections: it shares the machine with what it measures and must cost little. */
export function speakHttp(url: string, key: string): HttpClient {
  const authorization = `Bearer ${key}`
  const pool = new Pool(url, { connections: 64, pipelining: 1, headersTimeout: 120_000, bodyTimeout: 120_000 })
  const send = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const pieces: Buffer[] = []
      let status = 0
      let json = false
      pool.dispatch(
        {
          method: method as 'GET',
          path,
          headers: body === undefined ? { authorization, ...more } : { authorization, ...typed, ...more },
          body: body === undefined ? null : JSON.stringify(body),
        },
        {
          onRequestStart() {},
          onResponseStart(_, statusCode, headers) {
            status = statusCode
            json = String(headers['content-type']).includes('json')
          },
          onResponseData(_, piece) {
            pieces.push(piece)
          },
          onResponseEnd() {
            const text = Buffer.concat(pieces).toString()
            resolve({ status, body: json && text ? JSON.parse(text) : text })
          },
          onResponseError: (_, error) => reject(error),
        },
      )
    })
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path),
    close: () => void pool.destroy(),
  }
}
