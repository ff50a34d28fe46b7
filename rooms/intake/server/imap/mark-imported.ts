import type { ImapFlow } from 'imapflow'
import type { Cx } from '../../../../platform/cx.ts'
import type { Account } from './account.ts'
import { DoorProblem } from './explain-trouble.ts'

const BATCH = 200

/**
 * Marks, moves or deletes on the server what is stored here. Safe to do twice: a crash in between leaves the note, and a
 * message that is gone already is no error.
 */
export async function markImported(cx: Cx, client: ImapFlow, account: Account): Promise<void> {
  for (;;) {
    const rows = await cx.db
      .selectFrom('intake.imapPending')
      .select('uid')
      .where('mailboxId', '=', account.mailboxId)
      .orderBy('uid')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    const uids = rows.map((row) => row.uid)
    await mark(client, account, uids.join(','))
    await cx.db
      .deleteFrom('intake.imapPending')
      .where('mailboxId', '=', account.mailboxId)
      .where('uid', 'in', uids)
      .execute()
  }
}

async function mark(client: ImapFlow, { afterImport, moveTo }: Account, range: string): Promise<void> {
  const uid = { uid: true }
  if (afterImport === 'seen') {
    if (await client.messageFlagsAdd(range, ['\\Seen'], uid)) return
  } else if (afterImport === 'delete') {
    if (await client.messageDelete(range, uid)) return
  } else if (moveTo) {
    if (await client.messageMove(range, moveTo, uid)) return
    // A folder that is not there yet is made; asking for one that is there does no harm.
    const made = await client.mailboxCreate(moveTo).catch(() => undefined)
    if (made && (await client.messageMove(range, moveTo, uid))) return
  }
  if (!client.usable) throw new DoorProblem('closed', 'The connection broke while messages were marked.')
  const said = { seen: 'the read mark', delete: 'deleting', move: `moving to ${moveTo}` }[afterImport]
  throw new DoorProblem('after_import', `The server refused ${said}.`)
}
