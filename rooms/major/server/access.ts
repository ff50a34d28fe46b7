import { type Ability, no, yes } from '../../../platform/access/ability.ts'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { majorNotFound, majorOver, notCoordinator } from './errors.ts'

type Incident = NonNullable<Awaited<ReturnType<typeof incidentOf>>>

export async function incidentOf(reader: Reader, number: number) {
  return reader.selectFrom('major.incident').selectAll().where('ticketNumber', '=', number).executeTakeFirst()
}

/** The only way to change a major incident: its ticket and it are locked, it is open, and the actor coordinates it. */
export async function incidentFor(
  cx: Cx,
  tx: Tx,
  number: number,
  over: 'open' | 'whenever' = 'open',
): Promise<Incident> {
  const { standing } = await ticketFor(tx, cx.actor, number, 'read', { lock: true })
  const incident = await incidentOf(tx, number)
  if (!incident || standing !== 'staff') throw majorNotFound({ number })
  if (over === 'open' && incident.endedAt !== null) throw majorOver()
  if (!coordinates(cx.actor, incident)) throw notCoordinator()
  return incident
}

const coordinates = (actor: Actor, { coordinatorId }: { coordinatorId: number }) =>
  can(actor, 'major.coordinate') || (actor.id === coordinatorId && can(actor, 'major.declare'))

export function abilitiesOf(actor: Actor, incident: Incident): { coordinate: Ability; review: Ability } {
  const may = coordinates(actor, incident) ? yes : no('major.not_coordinator', notCoordinator().detail)
  const open = incident.endedAt === null
  return {
    coordinate: open ? may : no('major.over', majorOver().detail),
    review: open ? no('major.not_over', 'A review is written when it is over.') : may,
  }
}
