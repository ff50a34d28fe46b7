import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { maySeeTeam } from '../../people/server/index.ts'
import { absenceChanged, absenceRemoved, absenceSet } from '../contract/facts.ts'
import type { Absence } from '../contract/http-teams.ts'
import { mayAnswerFor } from './access.ts'
import { absenceNotFound, badAbsence, notYourTeam, teamNotFound, unknownReference } from './errors.ts'

interface Wish {
  from: string
  until: string | null
  note?: string
  substituteId?: number | null
}

const shown = 200

/** Absences that are not over: one's own, somebody's, those of a team, or of everybody in one's teams. */
export async function listAbsences(cx: Cx, { person, team }: { person?: string; team?: number }) {
  const { actor } = cx
  if (team !== undefined && !maySeeTeam(actor, team)) throw teamNotFound()
  const teams = team === undefined ? [...(actor.teamIds ?? [])] : [team]
  const personId = person === 'me' ? (actor.id ?? 0) : person === undefined ? undefined : Number(person)
  let query = select(cx.db)
    .where((eb) => eb.or([eb('a.untilAt', 'is', null), eb('a.untilAt', '>', cx.now)]))
    .orderBy('a.fromAt')
    .limit(shown)
  if (personId !== undefined) {
    if (!(await mayAnswerFor(cx.db, actor, personId))) throw notYourTeam()
    query = query.where('a.personId', '=', personId)
  } else if (team !== undefined || !can(actor, 'routing.manage')) {
    query = query.where(
      sql<boolean>`a.person_id in (select person_id from people.team_member where team_id = any(${teams}::bigint[]))`,
    )
  }
  return { items: (await query.execute()).map(present), nextCursor: null }
}

export async function addAbsence(cx: Cx, wish: Wish & { personId?: number }): Promise<Absence> {
  return cx.tx(async (tx) => {
    const personId = wish.personId ?? cx.actor.id ?? 0
    if (!(await mayAnswerFor(tx, cx.actor, personId))) throw notYourTeam()
    const row = await checked(tx, personId, wish)
    const { id } = await tx
      .insertInto('routing.absence')
      .values({ personId, ...row, setBy: cx.actor.name })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tell(tx, absenceSet, id, told(personId, row))
    return absenceOf(tx, id)
  })
}

export async function changeAbsence(cx: Cx, id: number, change: Partial<Wish>, ifMatch?: string): Promise<Absence> {
  return cx.tx(async (tx) => {
    const before = await lock(tx, cx.actor, id)
    if (ifMatch !== undefined && ifMatch !== String(before.version))
      throw stale(undefined, { extra: { current: await absenceOf(tx, id) } })
    const now = {
      from: before.fromAt.toISOString(),
      until: before.untilAt?.toISOString() ?? null,
      note: before.note,
      substituteId: before.substituteId,
    }
    const row = await checked(tx, before.personId, { ...now, ...change })
    await tx
      .updateTable('routing.absence')
      .set({ ...row, setBy: cx.actor.name, version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
    await tell(tx, absenceChanged, id, told(before.personId, row))
    return absenceOf(tx, id)
  })
}

export async function removeAbsence(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { personId } = await lock(tx, cx.actor, id)
    await tx.deleteFrom('routing.absence').where('id', '=', id).execute()
    await tell(tx, absenceRemoved, id, { personId })
  })
}

type Row = Awaited<ReturnType<typeof checked>>

const told = (personId: number, row: Row) => ({
  personId,
  from: row.fromAt.toISOString(),
  until: row.untilAt?.toISOString() ?? null,
  substituteId: row.substituteId,
})

async function checked(tx: Tx, personId: number, { from, until, note, substituteId }: Wish) {
  const [fromAt, untilAt] = [new Date(from), until === null ? null : new Date(until)]
  if (untilAt && untilAt <= fromAt) throw badAbsence({ why: 'It ends before it begins.' }, { field: 'body.until' })
  if (substituteId === personId)
    throw badAbsence({ why: 'Nobody stands in for themselves.' }, { field: 'body.substituteId' })
  if (substituteId) await assertColleague(tx, substituteId)
  return { fromAt, untilAt, note: note?.trim() ?? '', substituteId: substituteId ?? null }
}

/** Somebody who works in a team: a requester cannot take tickets over. */
async function assertColleague(reader: Reader, id: number): Promise<void> {
  const found = await reader
    .selectFrom('people.person as p')
    .innerJoin('people.teamMember as m', 'm.personId', 'p.id')
    .select('p.id')
    .where('p.id', '=', id)
    .where('p.active', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (!found) throw unknownReference({ what: 'colleague' }, { field: 'body.substituteId' })
}

async function lock(tx: Tx, actor: Actor, id: number) {
  const row = await tx.selectFrom('routing.absence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row || !(await mayAnswerFor(tx, actor, row.personId))) throw absenceNotFound()
  return row
}

async function absenceOf(reader: Reader, id: number): Promise<Absence> {
  return present(await select(reader).where('a.id', '=', id).executeTakeFirstOrThrow())
}

function select(reader: Reader) {
  return reader
    .selectFrom('routing.absence as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .leftJoin('people.person as s', 's.id', 'a.substituteId')
    .select(['a.id', 'a.personId', 'p.name', 'a.fromAt', 'a.untilAt', 'a.note', 'a.setBy', 'a.version'])
    .select(['a.substituteId', 's.name as substituteName'])
}

function present(row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>): Absence {
  const { id, note, setBy, version, substituteId, substituteName } = row
  return {
    id,
    note,
    setBy,
    version,
    person: { id: row.personId, name: row.name },
    from: row.fromAt.toISOString(),
    until: row.untilAt?.toISOString() ?? null,
    substitute: substituteId === null || substituteName === null ? null : { id: substituteId, name: substituteName },
  }
}
