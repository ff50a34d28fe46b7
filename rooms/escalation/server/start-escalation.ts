import { actorKey, can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import type { BodyOf } from '../../../platform/http/contract.ts'
import { maySeeTeam } from '../../people/server/index.ts'
import {
  changeStatus,
  isActive,
  raiseFlag,
  setAssignment,
  type TicketRecord,
  ticketFor,
} from '../../ticket/server/index.ts'
import { escalationStarted } from '../contract/facts.ts'
import type { startEscalationEndpoint } from '../contract/http.ts'
import type { Escalation } from '../contract/shapes.ts'
import {
  escalationOver,
  foreignEvidence,
  handOffMissing,
  noHigherTier,
  noSupplier,
  notOnThePath,
  overrideNotAllowed,
  unknownTeam,
} from './errors.ts'
import { presentEscalation } from './present-escalation.ts'
import { allTeams, type EscalationRow, escalationById, openEscalation, pathFor } from './queries.ts'
import { supplierTier, teamsAbove, tierOf } from './rules.ts'
import { tellRequester } from './tell-requester.ts'
import { endEscalation, escalatedFlag, insertEscalation } from './writes.ts'

type Wish = BodyOf<typeof startEscalationEndpoint>

/** Hands a ticket up to a team of a higher tier or to the supplier, with what was found out so far. */
export async function startEscalation(cx: Cx, number: number, wish: Wish): Promise<Escalation> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'assign', { lock: true })
    if (!isActive(ticket.status)) throw escalationOver()
    if (wish.override && !can(cx.actor, 'escalation.override'))
      throw overrideNotAllowed(undefined, { field: 'body.override' })
    if (!wish.handOff && !wish.override) throw handOffMissing(undefined, { field: 'body.handOff' })
    await assertFiles(tx, number, wish.handOff?.files ?? [])
    const before = await openEscalation(tx, number)
    const row = await handUp(tx, ticket, wish, before)
    await tellRequester(tx, ticket, {
      contactId: row.contactId,
      outside: row.toTeamId === null,
      again: before !== undefined,
    })
    return presentEscalation(tx, row)
  })
}

/** Command: hands a locked ticket up, whoever acts. Throws when the path has no such step. */
export async function handUp(tx: Tx, ticket: TicketRecord, wish: Wish, before?: EscalationRow): Promise<EscalationRow> {
  const { number } = ticket
  if (before?.supplier) throw noHigherTier()
  const step = await stepOf(tx, ticket, wish)
  if (before) await endEscalation(tx, before, 'passed_on')
  // Who was talked to so far stays the one the requester talks to, over all tiers.
  const contactId = before?.contactId ?? ticket.assigneeId ?? tx.actor.id
  const withoutHandOff = wish.handOff ? null : (wish.override?.reason.trim() ?? null)
  const { fromTier, toTier, toTeamId } = step
  const id = await insertEscalation(tx, {
    ticketNumber: number,
    fromTier,
    toTier,
    fromTeamId: ticket.teamId,
    fromAssigneeId: ticket.assigneeId,
    toTeamId,
    supplier: toTeamId === null ? step.to : null,
    contactId,
    handOff: wish.handOff,
    reason: withoutHandOff,
  })
  if (toTeamId !== null) {
    if (ticket.status === 'new') await changeStatus(tx, ticket, 'open', 'status')
    await setAssignment(tx, ticket, { teamId: toTeamId, assigneeId: null })
    await raiseFlag(tx, number, escalatedFlag)
  } else await changeStatus(tx, ticket, 'waiting_vendor', 'status')
  const what = { fromTeamId: ticket.teamId, fromTier, toTeamId, toTier, to: step.to, contactId, withoutHandOff }
  await tell(tx, escalationStarted, number, { escalationId: id, kind: 'functional', ...what })
  const row = await escalationById(tx, number, id)
  if (!row) throw new Error(`escalation ${id} that was just written is gone`)
  return row
}

interface Step {
  fromTier: number | null
  toTier: number
  toTeamId: number | null
  /** The team or the supplier. */
  to: string
}

async function stepOf(tx: Tx, ticket: TicketRecord, wish: Wish): Promise<Step> {
  const teams = await allTeams(tx)
  const path = await pathFor(tx, ticket.serviceId, teams)
  const from = ticket.teamId === null ? undefined : teams.get(ticket.teamId)
  const fromTier = from ? tierOf(path, from) : null
  if (wish.supplier) {
    if (!path.supplier) throw noSupplier()
    return { fromTier, toTier: supplierTier, toTeamId: null, to: path.supplier.name }
  }
  // When nobody says where: the first team of the next tier that has one.
  const id = wish.team ?? teamsAbove(path, Math.max(fromTier ?? 0, 1)).find((one) => maySeeTeam(tx.actor, one))
  if (id === undefined) throw noHigherTier()
  const team = teams.get(id)
  if (!team || !maySeeTeam(tx.actor, id)) throw unknownTeam({ id }, { field: 'body.team' })
  const toTier = tierOf(path, team)
  if (toTier <= (fromTier ?? 0)) throw notOnThePath({ team: team.name }, { field: 'body.team' })
  return { fromTier, toTier, toTeamId: id, to: team.name }
}

/** Evidence hangs on the ticket already, or the actor uploaded it: else a number would be enough to read any file. */
async function assertFiles(tx: Tx, number: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const own = await tx
    .selectFrom('platform.file')
    .select('id')
    .where('id', 'in', [...ids])
    .where('addedBy', '=', actorKey(tx.actor))
    .execute()
  const hanging = await tx
    .selectFrom('conversation.attachment as a')
    .innerJoin('conversation.message as m', 'm.id', 'a.messageId')
    .select('a.fileId')
    .where('a.fileId', 'in', [...ids])
    .where('m.ticketNumber', '=', number)
    .execute()
  const known = new Set([...own.map((row) => row.id), ...hanging.map((row) => row.fileId)])
  const foreign = ids.find((id) => !known.has(id))
  if (foreign !== undefined) throw foreignEvidence({ id: foreign }, { field: 'body.handOff.files' })
}
