import { useState } from 'react'
import type { ApiProblem } from '../../../web-kit/api/problem.ts'
import { type UploadedFile, uploadFile } from '../../../web-kit/api/upload.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'

export interface Upload {
  key: number
  name: string
  type: string
  size: number
  progress: number
  failed?: boolean
  file?: UploadedFile
}

let count = 0

/** Files on their way to a message, with progress. */
export function useUploads(onChange: (files: UploadedFile[]) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const update = (key: number, fields: Partial<Upload>) =>
    setUploads((all) => {
      const next = all.map((one) => (one.key === key ? { ...one, ...fields } : one))
      if (fields.file) onChange(next.flatMap((one) => one.file ?? []))
      return next
    })
  const add = (files: File[]) => {
    for (const given of files) {
      count += 1
      const key = count
      const upload: Upload = { key, name: given.name, type: given.type, size: given.size, progress: 0 }
      setUploads((all) => [...all, upload])
      uploadFile(given, (progress) => update(key, { progress })).then(
        (file) => update(key, { file, progress: 1 }),
        (problem: ApiProblem) => {
          update(key, { failed: true, progress: 1 })
          toast.problem(problem)
        },
      )
    }
  }
  const put = (files: readonly UploadedFile[]) =>
    setUploads(
      files.map((file) => {
        count += 1
        return { key: count, name: file.name, type: file.type, size: file.size, progress: 1, file }
      }),
    )
  const remove = (key: number) =>
    setUploads((all) => {
      const next = all.filter((one) => one.key !== key)
      onChange(next.flatMap((one) => one.file ?? []))
      return next
    })
  return {
    uploads,
    files: uploads.flatMap((one) => one.file ?? []),
    busy: uploads.some((one) => !one.file && !one.failed),
    add,
    put,
    remove,
  }
}
