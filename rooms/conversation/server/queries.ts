import type { Reader } from '../../../platform/db/index.ts'
import { fileUrl } from '../../../platform/files/contract.ts'
import { filesById, type StoredFile } from '../../../platform/files/index.ts'

/** The ticket that one of these Message-IDs was sent or received on; the first in the given order wins. */
export async function ticketByReferences(reader: Reader, ids: readonly string[]): Promise<number | null> {
  if (ids.length === 0) return null
  // Some clients keep every ancestor; the nearest hundred are plenty.
  const wanted = ids.slice(0, 100)
  const rows = await reader
    .selectFrom('conversation.mailReference')
    .select(['mailMessageId', 'ticketNumber'])
    .where('mailMessageId', 'in', wanted)
    .where('named', '=', false)
    .execute()
  const byId = new Map(rows.map((row) => [row.mailMessageId, row.ticketNumber]))
  for (const id of wanted) {
    const number = byId.get(id)
    if (number !== undefined) return number
  }
  return null
}

/** The ticket on which somebody answered a mail with this Message-ID before it came in itself. */
export async function ticketNamedBefore(reader: Reader, messageId: string): Promise<number | null> {
  const row = await reader
    .selectFrom('conversation.mailReference')
    .select('ticketNumber')
    .where('mailMessageId', '=', messageId)
    .where('named', '=', true)
    .executeTakeFirst()
  return row?.ticketNumber ?? null
}

/** Whether the tickets of a team are for its members only. */
export async function isPrivate(reader: Reader, teamId: number | null): Promise<boolean> {
  if (teamId === null) return false
  const team = await reader.selectFrom('people.team').select('visibility').where('id', '=', teamId).executeTakeFirst()
  return team?.visibility === 'members'
}

export async function sharesTickets(reader: Reader, organisationId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('people.organisation')
    .select('sharesTickets')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.sharesTickets ?? false
}

/** The mail domains of a person, in lower case. */
export async function domainsOf(reader: Reader, personId: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('people.personAddress')
    .select('email')
    .where('personId', '=', personId)
    .execute()
  return rows.map((row) => row.email.split('@').pop()?.toLowerCase() ?? '')
}

export async function messageOfItem(reader: Reader, itemId: number) {
  return reader.selectFrom('conversation.message').select(['id']).where('itemId', '=', itemId).executeTakeFirst()
}

export interface AttachedFile extends StoredFile {
  messageId: number
  inline: boolean
  contentId: string | null
  url: string
}

export async function attachmentsOf(reader: Reader, messageIds: readonly number[]): Promise<AttachedFile[]> {
  if (messageIds.length === 0) return []
  const rows = await reader
    .selectFrom('conversation.attachment')
    .select(['messageId', 'fileId', 'inline', 'contentId'])
    .where('messageId', 'in', [...messageIds])
    .orderBy('messageId')
    .orderBy('position')
    .execute()
  const files = await filesById(
    reader,
    rows.map((row) => row.fileId),
  )
  return rows.flatMap(({ fileId, ...row }) => {
    const file = files.get(fileId)
    return file ? [{ ...file, ...row, url: fileUrl(fileId) }] : []
  })
}
