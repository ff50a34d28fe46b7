import { handUp, openEscalation, takeOver } from '../../../../rooms/escalation/server/index.ts'
import type { TicketRecord } from '../../../../rooms/ticket/server/index.ts'
import type { PlannedEvent } from '../performance.ts'
import type { PlannedTicket } from '../plan.ts'
import { teams } from '../teams.ts'
import type { Scene } from './scene.ts'

const tierOf = (key: string) => teams.find((team) => team.key === key)?.tier ?? 1

/** Going up takes a hand-off, and whoever takes it then accepts it. False when a change of hands is neither. */
export async function handOver(
  { stage: { tx }, cast }: Scene,
  ticket: TicketRecord,
  planned: PlannedTicket,
  event: Extract<PlannedEvent, { type: 'assign' }>,
): Promise<boolean> {
  const from = (Object.keys(cast.team) as (keyof typeof cast.team)[]).find((key) => cast.team[key] === ticket.teamId)
  const open = await openEscalation(tx, ticket.number)
  if (event.handOff && from && tierOf(event.team) > tierOf(from)) {
    const handOff = {
      problem: [planned.subject, planned.description].join('\n\n').slice(0, 4000),
      attempts: [{ tried: 'First look at the desk', outcome: event.handOff }],
      evidence: planned.error ?? '',
      affected: [planned.requester.name, planned.thing, planned.location].filter(Boolean).join(', '),
      suspicion: event.handOff,
    }
    await handUp(tx, ticket, { team: cast.team[event.team], handOff }, open)
    return true
  }
  if (!open || open.acceptedAt !== null || !event.assignee || open.toTeamId !== cast.team[event.team]) return false
  await takeOver(tx, ticket, open)
  return true
}
