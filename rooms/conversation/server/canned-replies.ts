import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { sanitiseHtml } from '../../../platform/html/index.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { teamCards } from '../../people/server/index.ts'
import { cannedReplyChanged } from '../contract/facts.ts'
import type { CannedReply, WriteCannedReply } from '../contract/shapes.ts'
import { unknownVariables } from '../contract/variables.ts'
import { cannedReplyNotFound, titleTaken, unknownVariable } from './errors.ts'

type Body = Static<typeof WriteCannedReply>
const columns = ['id', 'title', 'html', 'teamId', 'language', 'version'] as const

/** Canned replies for everyone and for the viewer's own teams, by title; those who manage them see all. */
export async function listCannedReplies(cx: Cx, query: { q?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? 50
  let rows = cx.db
    .selectFrom('conversation.cannedReply')
    .select(columns)
    .orderBy('title')
    .orderBy('id')
    .limit(limit + 1)
  if (query.q) rows = rows.where('title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`)
  if (query.cursor !== undefined) {
    const [title, id] = decodeCursor(query.cursor, 2)
    rows = rows.where((eb) => eb(eb.refTuple('title', 'id'), '>', eb.tuple(String(title), Number(id))))
  }
  if (!cx.actor.permissions.has('conversation.manageCannedReplies')) {
    const teams = [...(cx.actor.teamIds ?? [])]
    rows = rows.where((eb) =>
      eb.or([eb('teamId', 'is', null), ...(teams.length > 0 ? [eb('teamId', 'in', teams)] : [])]),
    )
  }
  const page = pageOf(await rows.execute(), limit, (row) => [row.title, row.id])
  return { items: await present(cx.db, page.items), nextCursor: page.nextCursor }
}

export async function addCannedReply(cx: Cx, body: Body) {
  return cx.tx(async (tx) => {
    const added = await tx
      .insertInto('conversation.cannedReply')
      .values({ ...checked(body), createdAt: tx.now, updatedAt: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning(columns)
      .executeTakeFirst()
    if (!added) throw titleTaken(undefined, { field: 'body.title' })
    await tell(tx, cannedReplyChanged, added.id, { change: 'added', title: added.title })
    return one(tx, added)
  })
}

export async function changeCannedReply(cx: Cx, id: number, body: Body, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const before = await tx
      .selectFrom('conversation.cannedReply')
      .select(columns)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw cannedReplyNotFound()
    if (ifMatch !== undefined && ifMatch !== String(before.version)) {
      throw stale(undefined, { extra: { current: await one(tx, before) } })
    }
    const after = await tx
      .updateTable('conversation.cannedReply')
      .set({ ...checked(body), updatedAt: tx.now, version: before.version + 1 })
      .where('id', '=', id)
      .returning(columns)
      .executeTakeFirstOrThrow()
      .catch((error: { code?: string }) => {
        // 23505: another one has this title
        throw error.code === '23505' ? titleTaken(undefined, { field: 'body.title' }) : error
      })
    await tell(tx, cannedReplyChanged, id, { change: 'changed', title: after.title })
    return one(tx, after)
  })
}

export async function removeCannedReply(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const removed = await tx
      .deleteFrom('conversation.cannedReply')
      .where('id', '=', id)
      .returning('title')
      .executeTakeFirst()
    if (!removed) throw cannedReplyNotFound()
    await tell(tx, cannedReplyChanged, id, { change: 'removed', title: removed.title })
  })
}

export async function cannedReplyById(reader: Reader, id: number) {
  const row = await reader
    .selectFrom('conversation.cannedReply')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw cannedReplyNotFound()
  return row
}

function checked(body: Body) {
  const unknown = unknownVariables(`${body.title} ${body.html}`)
  if (unknown.length > 0) throw unknownVariable({ names: unknown.join(', ') }, { field: 'body.html' })
  const { title, html, teamId = null, language = null } = body
  return { title: title.trim(), html: sanitiseHtml(html), teamId, language }
}

type Row = { id: number; title: string; html: string; teamId: number | null; language: string | null; version: number }

async function present(reader: Reader, rows: readonly Row[]): Promise<Static<typeof CannedReply>[]> {
  const teams = await teamCards(
    reader,
    rows.flatMap((row) => (row.teamId === null ? [] : [row.teamId])),
  )
  return rows.map(({ teamId, ...row }) => {
    const team = teamId === null ? undefined : teams.get(teamId)
    return { ...row, team: team ? { id: team.id, name: team.name } : null }
  })
}

async function one(tx: Tx, row: Row): Promise<Static<typeof CannedReply>> {
  const [presented] = await present(tx, [row])
  if (!presented) throw cannedReplyNotFound()
  return presented
}
