import type { Reader } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import type { pictureStates } from '../contract/shapes.ts'
import { deskSettings } from './config.ts'

const IMAGE = /<img\b[^>]*\bdata-src="([^"]{1,4000})"[^>]*>/g
const MAX_PICTURES = 500
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** The addresses of pictures on other servers in HTML that was made safe; what only counts readers is left out. */
export function remotePicturesIn(html: string | null): Set<string> {
  const found = new Set<string>()
  if (!html?.includes('data-src=')) return found
  for (const [tag, address = ''] of html.matchAll(IMAGE)) {
    if (isTracker(tag)) continue
    found.add(address.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity))
    if (found.size >= MAX_PICTURES) break
  }
  return found
}

/** A picture of one or two pixels is there to tell its sender that somebody looked. */
function isTracker(tag: string): boolean {
  return /\b(?:width|height)="[0-2](?:px)?"/i.test(tag) || /\b(?:width|height):[0-2](?:px)?[;"]|display:none/i.test(tag)
}

interface Bodies {
  html: string | null
  quotedHtml: string | null
}

export const hasRemotePictures = ({ html, quotedHtml }: Bodies): boolean =>
  [html, quotedHtml].some((body) => body?.includes('data-src='))

type PictureState = (typeof pictureStates)[number]

/** Whether the pictures of a message are loaded for its reader. Nobody is trusted who may be somebody else. */
export function pictureState(
  message: Bodies & { authorId: number | null },
  trusted: ReadonlySet<number>,
  forged: boolean,
): PictureState {
  if (!hasRemotePictures(message)) return 'none'
  if (!deskSetting(deskSettings.remotePictures)) return 'off'
  return message.authorId !== null && trusted.has(message.authorId) && !forged ? 'allowed' : 'blocked'
}

/** Of these people, those whose pictures the viewer always wants to see. */
export async function trustedSenders(
  reader: Reader,
  viewerId: number | null,
  ids: readonly number[],
): Promise<Set<number>> {
  if (viewerId === null || ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('conversation.pictureSender')
    .select('senderId')
    .where('viewerId', '=', viewerId)
    .where('senderId', 'in', [...new Set(ids)])
    .execute()
  return new Set(rows.map((row) => row.senderId))
}
