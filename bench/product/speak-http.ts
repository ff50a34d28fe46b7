import { Agent, request } from 'node:http'

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

/** A plain client on kept connections: it shares the machine with what it measures and should cost little. */
export function speakHttp(url: string, key: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const asked = request(
        new URL(path, url),
        {
          method,
          agent,
          headers: {
            authorization: `Bearer ${key}`,
            ...(payload === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
            ...headers,
          },
        },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.on('error', reject)
          answer.on('end', () => {
            const text = Buffer.concat(pieces).toString()
            const json = String(answer.headers['content-type']).includes('json')
            resolve({ status: answer.statusCode ?? 0, body: json && text ? JSON.parse(text) : text })
          })
          answer.on('close', () => !answer.complete && reject(new Error('the answer broke off')))
        },
      )
      asked.on('error', reject)
      asked.end(payload)
    })
  return {
    get: (path) => send('GET', path, undefined),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path, undefined),
    close: () => agent.destroy(),
  }
}
