import { sql } from 'kysely'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { writeMail } from '../../../platform/templates/index.ts'
import { actorOfPerson, deskSettings, localeOf, personCards } from '../../people/server/index.ts'
import { isActive, standsAsStaff, type TicketRecord, ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { escalationStarted } from '../contract/facts.ts'
import type { Rule } from '../contract/http-triggers.ts'
import type { Escalation } from '../contract/shapes.ts'
import { escalationOver, nobodyToTell } from './errors.ts'
import { toLeadsTemplate } from './mail-templates.ts'
import { presentEscalation } from './present-escalation.ts'
import { escalationById } from './queries.ts'

const MOST = 20

/** Escalates to leads by hand: the team keeps the ticket, and those above it know. */
export async function escalateToLeads(
  cx: Cx,
  number: number,
  wish: { reason: string; persons?: number[] },
): Promise<Escalation> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    if (!isActive(ticket.status)) throw escalationOver()
    const named = wish.persons !== undefined && wish.persons.length > 0
    const to = { leads: !named, persons: wish.persons ?? [], roleId: null }
    const { escalationId, recipientIds } = await tellLeads(tx, ticket, { reason: wish.reason.trim(), detail: '', to })
    if (recipientIds.length === 0) throw nobodyToTell()
    await touchTicket(tx, number)
    const row = await escalationById(tx, number, escalationId)
    if (!row) throw new Error(`escalation ${escalationId} that was just written is gone`)
    return presentEscalation(tx, row)
  })
}

interface What {
  reason: string
  detail: string
  to: Rule['tell']
}

/** Command: puts an escalation to leads of a locked ticket on record and mails each of them, in their language. */
export async function tellLeads(
  tx: Tx,
  ticket: TicketRecord,
  { reason, detail, to }: What,
): Promise<{ escalationId: number; recipientIds: number[] }> {
  const recipientIds = await recipientsOf(tx, ticket, to)
  const said = detail ? `${reason}: ${detail}` : reason
  const { id } = await tx
    .insertInto('escalation.escalation')
    .values({
      ticketNumber: ticket.number,
      kind: 'hierarchical',
      fromTeamId: ticket.teamId,
      fromAssigneeId: ticket.assigneeId,
      reason: said.slice(0, 4000),
      attempts: sql`'[]'::jsonb`,
      startedAt: tx.now,
      startedBy: tx.actor.id,
      startedByName: tx.actor.name,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  if (recipientIds.length > 0) {
    await tx
      .insertInto('escalation.recipient')
      .values(recipientIds.map((personId) => ({ escalationId: id, personId })))
      .execute()
  }
  const people = await personCards(tx, recipientIds)
  await tell(tx, escalationStarted, ticket.number, {
    escalationId: id,
    kind: 'hierarchical',
    fromTeamId: ticket.teamId,
    fromTier: null,
    toTeamId: null,
    toTier: null,
    to: recipientIds.flatMap((personId) => people.get(personId)?.name ?? []).join(', '),
    contactId: null,
    withoutHandOff: null,
  })
  const { organisationName } = await deskSettings(tx)
  for (const personId of recipientIds) {
    const person = people.get(personId)
    if (!person?.email) continue
    const { language } = await localeOf(tx, personId)
    const values = {
      reason: said,
      'agent.name': tx.actor.kind === 'system' ? '' : tx.actor.name,
      'ticket.number': String(ticket.number),
      'ticket.subject': ticket.subject,
      'ticket.url': `${publicUrl()}/desk/tickets/${ticket.number}`,
    }
    const mail = await writeMail(tx, toLeadsTemplate, values, { language, brand: organisationName })
    await queueMail(tx, { ...mail, to: [{ email: person.email, name: person.name }], automatic: true })
  }
  return { escalationId: id, recipientIds }
}

/** Who is told: active, never whoever escalates, and only those who may see the ticket anyway. */
async function recipientsOf(tx: Tx, ticket: TicketRecord, to: Rule['tell']): Promise<number[]> {
  const ids = new Set(to.persons)
  if (to.leads) for (const id of await leadsOf(tx, ticket.teamId)) ids.add(id)
  if (to.roleId !== null) {
    const holders = await tx
      .selectFrom('people.person')
      .select('id')
      .where('roleId', '=', to.roleId)
      .where('active', '=', true)
      .orderBy('id')
      .limit(MOST)
      .execute()
    for (const { id } of holders) ids.add(id)
  }
  if (tx.actor.id !== null) ids.delete(tx.actor.id)
  const able: number[] = []
  for (const id of [...ids].slice(0, MOST)) {
    const actor = await actorOfPerson(tx, id)
    if (actor && standsAsStaff(actor, ticket)) able.push(id)
  }
  return able
}

/** The leads of the team; where it has none, those of all teams: somebody has to hear of it. */
async function leadsOf(tx: Tx, teamId: number | null): Promise<number[]> {
  const leads = async (of?: number) => {
    let query = tx
      .selectFrom('people.teamMember as m')
      .innerJoin('people.person as p', 'p.id', 'm.personId')
      .select('m.personId')
      .distinct()
      .where('m.lead', '=', true)
      .where('p.active', '=', true)
      .orderBy('m.personId')
      .limit(MOST)
    if (of !== undefined) query = query.where('m.teamId', '=', of)
    return (await query.execute()).map((row) => row.personId)
  }
  const own = teamId === null ? [] : await leads(teamId)
  return own.length > 0 ? own : leads()
}
