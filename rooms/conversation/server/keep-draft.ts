import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { fileUrl } from '../../../platform/files/contract.ts'
import { filesById } from '../../../platform/files/index.ts'
import { sanitiseHtml } from '../../../platform/html/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import type { Draft, KeptDraft, MessageKind } from '../contract/shapes.ts'

type Words = Omit<Static<typeof Draft>, 'kind'>

/** Keeps what somebody is writing, so that nothing is lost on a reload or another device. The last writer wins. */
export async function keepDraft(cx: Cx, number: number, kind: MessageKind, words: Words) {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, kind)
    const row = {
      html: sanitiseHtml(words.html),
      cc: sql`${JSON.stringify(words.cc)}::jsonb` as never,
      bcc: sql`${JSON.stringify(words.bcc ?? [])}::jsonb` as never,
      fileIds: words.attachments,
      updatedAt: tx.now,
    }
    await tx
      .insertInto('conversation.draft')
      .values({ ...row, personId: writer(cx), ticketNumber: number, kind })
      .onConflict((conflict) => conflict.columns(['personId', 'ticketNumber', 'kind']).doUpdateSet(row))
      .execute()
    const kept = (await draftsOf({ ...cx, db: tx as never }, number)).find((draft) => draft.kind === kind)
    if (!kept) throw new Error('a draft that was just kept is gone')
    return kept
  })
}

export async function viewDrafts(cx: Cx, number: number) {
  await ticketFor(cx.db, cx.actor, number, 'read')
  return { items: await draftsOf(cx, number) }
}

export async function dropDraft(cx: Cx, number: number, kind: MessageKind): Promise<void> {
  await cx.tx((tx) =>
    tx
      .deleteFrom('conversation.draft')
      .where('personId', '=', writer(cx))
      .where('ticketNumber', '=', number)
      .where('kind', '=', kind)
      .execute(),
  )
}

async function draftsOf(cx: Cx, number: number): Promise<Static<typeof KeptDraft>[]> {
  const rows = await cx.db
    .selectFrom('conversation.draft')
    .selectAll()
    .where('personId', '=', writer(cx))
    .where('ticketNumber', '=', number)
    .orderBy('kind')
    .execute()
  const files = await filesById(
    cx.db,
    rows.flatMap((row) => row.fileIds),
  )
  return rows.map((row) => ({
    kind: row.kind,
    html: row.html,
    cc: row.cc,
    bcc: row.bcc,
    attachments: row.fileIds,
    files: row.fileIds.flatMap((id) => {
      const file = files.get(id)
      return file ? [{ ...file, url: fileUrl(id) }] : []
    }),
    updatedAt: row.updatedAt.toISOString(),
  }))
}

// Programs keep no drafts; nobody has the id 0.
function writer(cx: Cx): number {
  return cx.actor.id ?? 0
}
