import { sql } from 'kysely'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { maySeeTeam } from '../../people/server/index.ts'
import { personRoutingChanged, teamRoutingChanged } from '../contract/facts.ts'
import type { TeamRouting, TeamRoutingChange } from '../contract/http-teams.ts'
import { mayAnswerFor, teamToLead } from './access.ts'
import { notYourTeam, teamNotFound, unknownReference } from './errors.ts'
import { known } from './known.ts'

/** How every team that the actor may see gives out its tickets. */
export async function listTeamSettings(cx: Cx) {
  const rows = await teams(cx.db)
  return { items: rows.filter((team) => maySeeTeam(cx.actor, team.id)), nextCursor: null }
}

export async function changeTeamSettings(
  cx: Cx,
  id: number,
  { firstContact, ...change }: TeamRoutingChange,
  ifMatch?: string,
): Promise<TeamRouting> {
  return cx.tx(async (tx) => {
    const team = await teamToLead(tx, cx.actor, id)
    await checkCalendar(tx, change.calendarId)
    // Where everything goes that nothing else is said of is for the whole desk.
    if (firstContact !== undefined && !can(cx.actor, 'routing.manage')) throw notYourTeam()
    const blank = { teamId: id, capacity: null, calendarId: null, updatedAt: tx.now, version: 0 }
    await tx
      .insertInto('routing.team')
      .values(blank)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const before = await tx
      .selectFrom('routing.team')
      .selectAll()
      .where('teamId', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (ifMatch !== undefined && ifMatch !== String(before.version))
      throw stale(undefined, { extra: { current: await teamOf(tx, id) } })
    await tx
      .updateTable('routing.team')
      .set({ ...change, updatedAt: tx.now, version: sql`version + 1` })
      .where('teamId', '=', id)
      .execute()
    if (firstContact === true) await tx.updateTable('routing.desk').set({ firstContactId: team.id }).execute()
    if (firstContact === false)
      await tx.updateTable('routing.desk').set({ firstContactId: null }).where('firstContactId', '=', id).execute()
    const changes = Object.fromEntries(
      Object.entries(change).map(([field, after]) => [field, { before: before[field as 'method'], after }]),
    )
    await tell(tx, teamRoutingChanged, id, {
      changes: {
        ...changes,
        ...(firstContact === undefined ? {} : { firstContact: { before: null, after: firstContact } }),
      },
    })
    await known.forget(tx)
    return teamOf(tx, id)
  })
}

interface PersonSettings {
  capacity: number | null
  calendarId: number | null
}

export async function changePersonSettings(cx: Cx, id: number, { capacity, calendarId }: PersonSettings) {
  return cx.tx(async (tx) => {
    if (!(await mayAnswerFor(tx, cx.actor, id))) throw notYourTeam()
    const person = await tx.selectFrom('people.person').select('id').where('id', '=', id).executeTakeFirst()
    if (!person) throw unknownReference({ what: 'person' })
    await checkCalendar(tx, calendarId)
    const row = { capacity, calendarId }
    await tx
      .insertInto('routing.person')
      .values({ personId: id, ...row })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
      .execute()
    await tell(tx, personRoutingChanged, id, { capacity })
    return { id, ...row }
  })
}

async function checkCalendar(reader: Reader, id: number | null | undefined): Promise<void> {
  if (id == null) return
  const { all } = await calendars.get(reader)
  if (!all.some((calendar) => calendar.id === id))
    throw unknownReference({ what: 'calendar' }, { field: 'body.calendarId' })
}

async function teamOf(reader: Reader, id: number): Promise<TeamRouting> {
  const [team] = await teams(reader, id)
  if (!team) throw teamNotFound()
  return team
}

async function teams(reader: Reader, id?: number): Promise<TeamRouting[]> {
  const { rows } = await sql<TeamRouting>`
    select t.id, t.name, t.tier, coalesce(r.method, 'pull') as method, coalesce(r.skills, true) as skills, r.capacity,
           r.calendar_id, coalesce(r.hand_over, 'never') as hand_over, coalesce(r.hand_over_begun, false) as hand_over_begun,
           coalesce(r.version, 0) as version, d.first_contact_id is not null as first_contact,
           coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'skills', m.skills, 'capacity', s.capacity,
               'calendarId', s.calendar_id) order by lower(p.name))
             from people.team_member m join people.person p on p.id = m.person_id and p.active
             left join routing.person s on s.person_id = p.id where m.team_id = t.id), '[]') as members
      from people.team t
      left join routing.team r on r.team_id = t.id
      left join routing.desk d on d.first_contact_id = t.id
     where ${id === undefined ? sql`true` : sql`t.id = ${id}`}
     order by t.tier, t.name`.execute(reader)
  return rows
}
