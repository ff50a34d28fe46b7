import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import type { Mate } from './choose.ts'
import { waitingShare, weights } from './config.ts'

/** Somebody of a team with all that the board and the settings show. */
export interface CrewMember extends Mate {
  awayUntil: Date | null
  note: string
  substituteId: number | null
  calendarId: number | null
}

type Row = Omit<CrewMember, 'atWork'>

/**
 * Who of a team could take a ticket now, with what they have. `hold`: until the end of the transaction nobody else gives
 * out tickets of this team, so that two at a time do not both see the same person idle.
 */
export async function crewOf(reader: Reader, teamId: number, now: Date, hold = false): Promise<CrewMember[]> {
  const { rows } = await sql<Row>`
    select * from routing.crew(${teamId}, ${now}, ${weights()}::float8[], ${waitingShare()}, ${hold})`.execute(reader)
  const known = await calendars.get(reader)
  return rows.map((row) => ({ ...row, atWork: known.byId(row.calendarId).time.isOpen(now.getTime()) }))
}
