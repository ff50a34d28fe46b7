import { actorKey } from '../access/actor.ts'
import type { Cx } from '../cx.ts'
import { problem } from '../errors/index.ts'
import { once } from '../http/idempotency.ts'
import { type Route, raw } from '../http/on.ts'
import { downloadFile, fileUrl, uploadFile } from './contract.ts'
import { blobStore, type FileGuard, fileNotFound, filesById, nameFile } from './index.ts'

const noFile = problem('files.missing', 422, 'Send the file as multipart/form-data in a part named "file".')
const tooLarge = problem('files.too_large', 413, 'This file is larger than the desk takes.')

// Shown in the browser only if it cannot run there: never HTML, SVG or XML.
const showable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'])

export function fileRoutes(guards: readonly FileGuard[]): Route[] {
  return [
    raw(uploadFile, { access: 'signed-in', bodyLimit: Number.MAX_SAFE_INTEGER }, async (cx, { request, reply }) => {
      if (!request.isMultipart()) throw noFile(undefined, { field: 'body.file' })
      const part = await request.file()
      if (!part) throw noFile(undefined, { field: 'body.file' })
      const blob = await blobStore().put(part.file)
      if (part.file.truncated) throw tooLarge(undefined, { field: 'body.file' })
      const name = async (inner: Cx) => {
        const file = await inner.tx((tx) => nameFile(tx, { ...blob, name: part.filename, type: part.mimetype }))
        return { status: 201, body: { ...file, url: fileUrl(file.id) } }
      }
      const key = request.headers['idempotency-key']
      const body = { sha256: blob.sha256, name: part.filename }
      const keyed = { key: String(key), method: 'POST', url: uploadFile.path, body }
      const answer = key === undefined ? await name(cx) : await once(cx, keyed, name)
      return reply.status(answer.status).send(answer.body)
    }),
    raw(downloadFile, { access: 'signed-in' }, async (cx, { params, query, reply }) => {
      const file = (await filesById(cx.db, [params.id])).get(params.id)
      if (!file || !(await mayRead())) throw fileNotFound({ id: params.id })
      const show = query.show === true && showable.has(file.type)
      return reply
        .header('content-type', show ? file.type : downloadType(file.type))
        .header('content-length', file.size)
        .header('content-disposition', disposition(show ? 'inline' : 'attachment', file.name))
        .header('cache-control', 'private, max-age=3600')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('x-frame-options', 'SAMEORIGIN')
        .send(blobStore().get(file.sha256))

      async function mayRead(): Promise<boolean> {
        const { addedBy } = await cx.db
          .selectFrom('platform.file')
          .select('addedBy')
          .where('id', '=', params.id)
          .executeTakeFirstOrThrow()
        if (addedBy === actorKey(cx.actor)) return true
        for (const guard of guards) if (await guard(cx.db, cx.actor, params.id)) return true
        return false
      }
    }),
  ]
}

function downloadType(type: string): string {
  return showable.has(type) && type !== 'text/plain' ? type : 'application/octet-stream'
}

/** RFC 6266 with the RFC 8187 form for names beyond ASCII. */
function disposition(kind: string, name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
