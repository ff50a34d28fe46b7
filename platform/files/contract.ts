import { Type } from 'typebox'
import { endpoint } from '../http/contract.ts'
import { Id } from '../http/schemas.ts'

export const FileCard = Type.Object({
  id: Id,
  sha256: Type.String(),
  name: Type.String(),
  type: Type.String(),
  size: Type.Integer({ description: 'Bytes' }),
  url: Type.String(),
})

export const uploadFile = endpoint({
  method: 'POST',
  path: '/api/v1/files',
  summary: 'Upload a file (multipart, one part named "file") to attach it afterwards',
  tag: 'files',
  upload: 'multipart/form-data',
  response: FileCard,
  status: 201,
  idempotent: true,
})

export const downloadFile = endpoint({
  method: 'GET',
  path: '/api/v1/files/:id',
  summary: 'The bytes of a file you uploaded or that hangs on something you may see; takes Range',
  tag: 'files',
  params: Type.Object({ id: Id }),
  query: Type.Object({
    show: Type.Optional(
      Type.Boolean({
        description: 'To look at, not to save: pictures, PDF, sound, film; text of any kind as plain text',
      }),
    ),
  }),
})

export function fileUrl(id: number): string {
  return `/api/v1/files/${id}`
}
