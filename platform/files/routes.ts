import { actorKey } from '../access/actor.ts'
import type { Cx } from '../cx.ts'
import { problem } from '../errors/index.ts'
import { once } from '../http/idempotency.ts'
import { type Route, raw } from '../http/on.ts'
import { downloadFile, fileUrl, uploadFile } from './contract.ts'
import { blobStore, type FileGuard, fileNotFound, filesById, nameFile } from './index.ts'
import { sendFile } from './send-file.ts'

const noFile = problem('files.missing', 422, 'Send the file as multipart/form-data in a part named "file".')
const tooLarge = problem('files.too_large', 413, 'This file is larger than the desk takes.')

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
    raw(downloadFile, { access: 'signed-in' }, async (cx, { params, query, request, reply }) => {
      const file = (await filesById(cx.db, [params.id])).get(params.id)
      if (!file || !(await mayRead())) throw fileNotFound({ id: params.id })
      return sendFile(file, query.show === true, request, reply)

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
