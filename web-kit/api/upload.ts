import { ApiProblem } from './problem.ts'

export interface UploadedFile {
  id: number
  name: string
  type: string
  size: number
  sha256: string
  url?: string
}

/** Uploads one file with progress (0 to 1). XMLHttpRequest, because fetch reports no upload progress. */
export function uploadFile(
  file: File,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (e) => e.lengthComputable && onProgress?.(e.loaded / e.total)
    request.onerror = () =>
      reject(new ApiProblem(0, { code: 'network.unreachable', title: 'The desk cannot be reached' }))
    request.onload = () => {
      const body = (request.response ?? {}) as Record<string, unknown>
      if (request.status >= 200 && request.status < 300) resolve(body as unknown as UploadedFile)
      else reject(new ApiProblem(request.status, body))
    }
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(new DOMException('Upload cancelled', 'AbortError'))
    })
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}
