import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import type { KnownTeam } from './known.ts'

interface Found {
  id: number
  why: 'rule' | 'substitute'
}

/**
 * The person a rule names, or while they are away their substitute. Undefined when neither can take it: not active, not in
 * the private team it goes to, or away with nobody in their place.
 */
export async function findStandIn(tx: Tx, personId: number, team: KnownTeam | undefined): Promise<Found | undefined> {
  const person = await stateOf(tx, personId, team, tx.now)
  if (!person) return undefined
  if (!person.away) return person.fits ? { id: personId, why: 'rule' } : undefined
  if (person.substituteId === null) return undefined
  const substitute = await stateOf(tx, person.substituteId, team, tx.now)
  return substitute?.fits && !substitute.away ? { id: person.substituteId, why: 'substitute' } : undefined
}

async function stateOf(reader: Reader, personId: number, team: KnownTeam | undefined, now: Date) {
  const member = sql<boolean>`exists (select from people.team_member m where m.team_id = ${team?.id ?? null} and m.person_id = p.id)`
  const { rows } = await sql<{ fits: boolean; away: boolean; substituteId: number | null }>`
    select ${team?.open === false ? member : sql`true`} as fits, a.id is not null as away, a.substitute_id
      from people.person p
      left join lateral (
        select id, substitute_id from routing.absence a
         where a.person_id = p.id and a.from_at <= ${now} and (a.until_at is null or a.until_at > ${now})
         order by until_at desc nulls first limit 1
      ) a on true
     where p.id = ${personId} and p.active`.execute(reader)
  return rows[0]
}
