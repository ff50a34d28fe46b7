import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react'
import { type UploadedFile, uploadFile } from '../api/upload.ts'
import { translate } from '../i18n/i18n.ts'
import { toast } from './toast.tsx'

interface Underway {
  key: number
  name: string
  type: string
  size: number
  progress: number
}

export interface Uploads {
  files: readonly UploadedFile[]
  underway: readonly Underway[]
  ids: readonly number[]
  add: (files: Iterable<File>) => void
  /** Sends one up; undefined when that failed, which was said. */
  send: (file: File) => Promise<UploadedFile | undefined>
  remove: (id: number) => void
  /** Spread on the form, so that files may be dropped or pasted anywhere in it. */
  target: {
    onPaste: (event: ClipboardEvent) => void
    onDragOver: (event: DragEvent) => void
    onDrop: (event: DragEvent) => void
  }
}

interface Held {
  files: readonly UploadedFile[]
  onChange: (files: readonly UploadedFile[]) => void
}

/** Files on their way up and those that are there. With `held` the caller keeps them, in a draft for instance. */
export function useUploads(held?: Held): Uploads {
  const [own, setOwn] = useState<readonly UploadedFile[]>([])
  const files = held?.files ?? own
  const [underway, setUnderway] = useState<readonly Underway[]>([])
  const latest = useRef(files)
  latest.current = files
  const next = useRef(0)

  const keep = (changed: readonly UploadedFile[]) => {
    latest.current = changed
    if (held) held.onChange(changed)
    else setOwn(changed)
  }

  const send = async (file: File): Promise<UploadedFile | undefined> => {
    next.current += 1
    const key = next.current
    setUnderway((all) => [...all, { key, name: file.name, type: file.type, size: file.size, progress: 0 }])
    const progress = (share: number) =>
      setUnderway((all) => all.map((one) => (one.key === key ? { ...one, progress: share } : one)))
    try {
      const uploaded = await uploadFile(file, progress)
      keep([...latest.current, uploaded])
      return uploaded
    } catch (error) {
      toast.problem(error instanceof Error ? error : new Error(translate('kit:editor.failed', { name: file.name })))
      return undefined
    } finally {
      setUnderway((all) => all.filter((one) => one.key !== key))
    }
  }
  const add = (given: Iterable<File>) => {
    for (const file of given) void send(file)
  }

  return {
    files,
    underway,
    ids: files.map((file) => file.id),
    add,
    send,
    remove: (id) => keep(latest.current.filter((file) => file.id !== id)),
    target: {
      onPaste: (event) => {
        const pasted = [...event.clipboardData.files]
        if (pasted.length === 0) return
        event.preventDefault()
        add(pasted)
      },
      onDragOver: (event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop: (event) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        add([...event.dataTransfer.files])
      },
    },
  }
}
