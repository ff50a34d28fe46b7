import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketAssigned } from '../contract/facts.ts'
import { ticketFor } from './access.ts'
import { notAMember } from './errors.ts'
import { presentTicket } from './present-ticket.ts'
import { findTeam, mayHold, type TeamRecord, type TicketRecord } from './queries.ts'
import { resolveAssignee, resolveTeam } from './resolve-references.ts'
import { changesBetween } from './rules.ts'
import { updateTicket } from './writes.ts'

interface Assignment {
  team?: number | string | null | undefined
  assignee?: number | string | null | undefined
}

/** Gives a ticket to a team, a person, or nobody. What is not mentioned stays. */
export async function assignTicket(cx: Cx, number: number, wish: Assignment, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'assign', { lock: true, ifMatch })
    const team = await resolveTeam(tx, wish.team)
    const teamAfter = team === undefined ? await currentTeam(tx, ticket) : (team ?? undefined)
    const assignee = wish.assignee ? await resolveAssignee(tx, wish.assignee) : undefined
    if (assignee) await assertMayHold(tx, assignee, teamAfter)
    await setAssignment(tx, ticket, {
      ...(team === undefined ? {} : { teamId: team?.id ?? null }),
      ...(wish.assignee === undefined ? {} : { assigneeId: assignee?.id ?? null }),
    })
    return presentAfterwards(tx, cx, number)
  })
}

/** Command: moves a locked ticket; an assignee who may not see the new team's tickets is taken off. */
export async function setAssignment(
  tx: Tx,
  ticket: TicketRecord,
  wish: { teamId?: number | null; assigneeId?: number | null },
): Promise<void> {
  const assignment = { ...wish }
  if (wish.teamId && wish.assigneeId === undefined && ticket.assigneeId !== null) {
    const team = await findTeam(tx, wish.teamId)
    if (!(await mayHold(tx, ticket.assigneeId, team))) assignment.assigneeId = null
  }
  const changes = changesBetween({ teamId: ticket.teamId, assigneeId: ticket.assigneeId }, assignment)
  if (Object.keys(changes).length === 0) return
  await updateTicket(tx, ticket.number, assignment)
  await tell(tx, ticketAssigned, ticket.number, { changes })
}

async function currentTeam(reader: Reader, ticket: TicketRecord): Promise<TeamRecord | undefined> {
  return ticket.teamId === null ? undefined : findTeam(reader, ticket.teamId)
}

export async function assertMayHold(
  reader: Reader,
  person: { id: number; name: string },
  team: TeamRecord | undefined,
): Promise<void> {
  if (await mayHold(reader, person.id, team)) return
  throw notAMember({ name: person.name, team: team?.name ?? '' }, { field: 'body.assignee' })
}

/** Handing a ticket to a private team may be the last one sees of it: then what is known of it is its number. */
async function presentAfterwards(tx: Tx, cx: Cx, number: number) {
  return presentTicket(tx, cx.actor, number, { evenIfHidden: true })
}
