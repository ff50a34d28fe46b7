import { tightened } from './clean-paste.ts'
import type { Picture } from './editor-props.ts'

/** What can stand in a mail and is shown by every program; the rest is attached. */
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export const isPicture = (file: { type: string }): boolean => TYPES.has(file.type)

export interface Pictures {
  /** Shows a picture at once and sends it up; returns the address it has in the editor. */
  begin: (file: File, failed: (src: string) => void) => string
  /** Whether the editor may show what stands at an address. */
  holds: (src: string) => boolean
  /** HTML as it leaves the editor, with the addresses that pictures have on the desk; without those that are not there yet. */
  settled: (html: string) => string
  end: () => void
}

/**
 * The pictures of one editor. In its text they keep the address of the copy in memory, so that undo and redo find them
 * again; only what leaves the editor names those on the desk.
 */
export function makePictures(upload: (file: File) => Promise<Picture | undefined>, arrived: () => void): Pictures {
  const addresses = new Map<string, string | undefined>()
  return {
    begin: (file, failed) => {
      const src = URL.createObjectURL(file)
      addresses.set(src, undefined)
      void upload(file).then((picture) => {
        if (!picture) return failed(src)
        addresses.set(src, picture.url)
        arrived()
      })
      return src
    },
    holds: (src) => addresses.has(src) || /^\/api\/v1\/files\/\d+$/.test(src),
    settled: (html) =>
      tightened(html).replace(/<img\b[^>]*\bsrc="(blob:[^"]*)"[^>]*>/g, (tag, src: string) => {
        const address = addresses.get(src)
        return address === undefined ? '' : tag.replace(src, address)
      }),
    end: () => {
      for (const src of addresses.keys()) URL.revokeObjectURL(src)
    },
  }
}

/** Wider ones are shown smaller in a mail; Outlook knows no other way than to be told. */
const MAIL_WIDTH = 640

/** How wide a picture shall stand in a mail; undefined where the browser cannot tell. */
export async function widthOf(file: File): Promise<number | undefined> {
  try {
    const bitmap = await createImageBitmap(file)
    const width = Math.min(bitmap.width, MAIL_WIDTH)
    bitmap.close()
    return width
  } catch {
    return undefined
  }
}

/** A picture that stands in pasted HTML itself, as a file; undefined for what is none. */
export function pictureFromData(src: string): File | undefined {
  const [, type = '', data = ''] = /^data:(image\/[a-z]+);base64,([\w+/=\s]+)$/i.exec(src) ?? []
  if (!isPicture({ type })) return undefined
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (char) => char.charCodeAt(0))
    return new File([bytes], `picture.${type.slice('image/'.length)}`, { type })
  } catch {
    return undefined
  }
}
