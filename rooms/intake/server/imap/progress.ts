import type { Selectable } from 'kysely'
import type { Cx } from '../../../../platform/cx.ts'
import type { Tx } from '../../../../platform/db/index.ts'
import { type Account, sourceOf } from './account.ts'
import type { ImapProgressTable } from './tables.ts'

export type Progress = Selectable<ImapProgressTable>

/** Another process reads this folder now, or its settings were changed: this one must stop. */
export class TakenOver extends Error {}

interface Folder {
  uidValidity: bigint
  uidNext: number
}

/** Where to go on reading. On a first connection, and when the server numbered the folder anew, that is decided here. */
export async function progressIn(cx: Cx, account: Account, folder: Folder): Promise<Progress> {
  const source = sourceOf(account)
  const uidValidity = Number(folder.uidValidity)
  return cx.tx(async (tx) => {
    const known = await tx
      .selectFrom('intake.imapProgress')
      .selectAll()
      .where('mailboxId', '=', account.mailboxId)
      .forUpdate()
      .executeTakeFirst()
    if (known?.source === source && known.uidValidity === uidValidity) return known
    const next = known ? anew(known, source, uidValidity, folder) : first(account, source, uidValidity, folder, cx.now)
    // Numbers of the old folder say nothing about the new one; what was stored and not marked is recognised by content.
    await tx.deleteFrom('intake.imapPending').where('mailboxId', '=', account.mailboxId).execute()
    const { mailboxId, ...set } = next
    await tx
      .insertInto('intake.imapProgress')
      .values(next)
      .onConflict((conflict) => conflict.column('mailboxId').doUpdateSet(set))
      .execute()
    return next
  })
}

function first(account: Account, source: string, uidValidity: number, { uidNext }: Folder, now: Date): Progress {
  return {
    mailboxId: account.mailboxId,
    source,
    uidValidity,
    lastUid: account.startWith === 'new' ? uidNext - 1 : 0,
    backlogBelow: uidNext,
    rereadBelow: 0,
    startedAt: now,
    stuckUid: null,
    stuckCount: 0,
  }
}

/** All of it is read once more; `startWith` still keeps out what lay there before the desk came. */
function anew(known: Progress, source: string, uidValidity: number, { uidNext }: Folder): Progress {
  return {
    ...known,
    source,
    uidValidity,
    lastUid: 0,
    backlogBelow: uidNext,
    rereadBelow: uidNext,
    stuckUid: null,
    stuckCount: 0,
  }
}

/**
 * Moves on, if nobody else did. To be called in the transaction that stores what was read.
 * @throws TakenOver
 */
export async function moveOn(tx: Tx, progress: Progress, to: number, stored: readonly number[]): Promise<void> {
  const moved = await tx
    .updateTable('intake.imapProgress')
    .set({ lastUid: to, stuckUid: null, stuckCount: 0 })
    .where('mailboxId', '=', progress.mailboxId)
    .where('source', '=', progress.source)
    .where('uidValidity', '=', progress.uidValidity)
    .where('lastUid', '=', progress.lastUid)
    .returning('lastUid')
    .executeTakeFirst()
  if (!moved) throw new TakenOver('somebody else reads this folder')
  if (stored.length === 0) return
  await tx
    .insertInto('intake.imapPending')
    .values(stored.map((uid) => ({ mailboxId: progress.mailboxId, uid })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Counts how often a message stood in the way. */
export async function noteStuck(cx: Cx, progress: Progress, uid: number): Promise<void> {
  const count = progress.stuckUid === uid ? progress.stuckCount + 1 : 1
  await cx.db
    .updateTable('intake.imapProgress')
    .set({ stuckUid: uid, stuckCount: count })
    .where('mailboxId', '=', progress.mailboxId)
    .where('uidValidity', '=', progress.uidValidity)
    .execute()
}
