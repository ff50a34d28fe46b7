import { useRef, useState } from 'react'
import type { UploadedFile } from '../../../../web-kit/api/upload.ts'
import { useUploads } from '../../../../web-kit/ui/use-uploads.ts'

/** Files, and which of them are pictures in the text. */
export interface SideFiles {
  files: readonly UploadedFile[]
  pictures: readonly number[]
}

/** The files that go with words to somebody outside; pictures go along while they stand in the text. */
export function useSideFiles(before?: SideFiles) {
  const [files, setFiles] = useState<readonly UploadedFile[]>(before?.files ?? [])
  const pictures = useRef(new Set<number>(before?.pictures))
  const uploads = useUploads({ files, onChange: setFiles })
  return {
    uploads: { ...uploads, files: files.filter((file) => !pictures.current.has(file.id)) },
    picture: async (file: File) => {
      const sent = await uploads.send(file)
      if (!sent) return undefined
      pictures.current.add(sent.id)
      // So that it is no longer listed below the text.
      setFiles((all) => [...all])
      return { url: `/api/v1/files/${sent.id}` }
    },
    goingWith: (html: string) =>
      files
        .map((file) => file.id)
        .filter((id) => !pictures.current.has(id) || html.includes(`src="/api/v1/files/${id}"`)),
    kept: (): SideFiles => ({ files, pictures: [...pictures.current] }),
    clear: () => {
      pictures.current.clear()
      setFiles([])
    },
  }
}
