import type { FastifyReply, FastifyRequest } from 'fastify'
import { readRange } from './byte-range.ts'
import { blobStore, type StoredFile } from './index.ts'
import { shownType } from './preview-contract.ts'

/** Nothing in a stranger's file may run, load or send: it is looked at as in a box. */
const boxed = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; sandbox"
/** Browsers show PDF in a viewer of their own, which they refuse to start inside a sandbox. */
const forPdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/** Answers with the bytes of a file, whole or in part, to save or (what is safe) to show in place. */
export function sendFile(
  file: Omit<StoredFile, 'id'>,
  show: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const safe = shownType(file)
  const shown = show ? safe : undefined
  const tag = `"${file.sha256}"`
  reply
    .header('content-type', shown ?? (safe?.startsWith('text/') ? undefined : safe) ?? 'application/octet-stream')
    .header('content-disposition', disposition(shown ? 'inline' : 'attachment', file.name))
    .header('cache-control', 'private, max-age=3600')
    .header('content-security-policy', shown === 'application/pdf' ? forPdf : boxed)
    .header('x-frame-options', 'SAMEORIGIN')
    .header('accept-ranges', 'bytes')
    .header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.status(304).send()
  const condition = request.headers['if-range']
  const range = condition === undefined || condition === tag ? readRange(request.headers.range, file.size) : undefined
  if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${file.size}`).send()
  if (range === undefined) return reply.header('content-length', file.size).send(blobStore().get(file.sha256))
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
    .header('content-length', range.end - range.start + 1)
    .send(blobStore().get(file.sha256, range))
}

/** RFC 6266 with the RFC 8187 form for names beyond ASCII. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${exact}`
}
