import { type ExpressionBuilder, sql } from 'kysely'
import { type Ability, no, yes } from '../../../platform/access/ability.ts'
import { type Actor, can } from '../../../platform/access/actor.ts'
import { type Reader, rowBy, type Tx } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { stale } from '../../../platform/errors/index.ts'
import type { TicketAbilities, TicketAbility } from '../contract/abilities.ts'
import type { Status } from '../contract/shapes.ts'
import { mergedAway, notAllowed, notNow, ticketNotFound } from './errors.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { survivorOf } from './merge-queries.ts'
import { affectedIds, type TicketRecord, ticketColumns } from './queries.ts'
import { isActive } from './rules.ts'
import { readTouched } from './writes.ts'

type InTickets = ExpressionBuilder<Tables & { t: Tables['ticket.ticket'] }, 't'>

/**
 * The condition that keeps a list to what the actor may see. Whatever lists, counts, searches or exports tickets (as
 * `ticket.ticket as t`) adds it; there is no second definition.
 */
export function visibleTo(actor: Actor) {
  return (eb: InTickets) => {
    if (actor.kind === 'system') return sql<boolean>`true`
    const own = sql<boolean>`t.number in (${ownTickets(actor)})`
    if (!can(actor, 'ticket.read')) return actor.id === null ? sql<boolean>`false` : own
    const hidden = actor.hiddenTeamIds ?? []
    if (hidden.length === 0) return sql<boolean>`true`
    const ofOpenTeams = eb.or([eb('t.teamId', 'is', null), eb('t.teamId', 'not in', [...hidden])])
    return actor.id === null ? ofOpenTeams : eb.or([ofOpenTeams, own])
  }
}

/** The numbers of the tickets a person has part in; each branch has an index, so that no list walks all tickets. */
function ownTickets(actor: Actor) {
  const organisation = sharedOrganisation(actor)
  // What colleagues share does not reach into private teams: nobody tells HR something for the whole department.
  const shared =
    organisation === null
      ? sql``
      : sql`union all select number from ticket.ticket where organisation_id = ${organisation}
          and (team_id is null or team_id <> all(${[...(actor.hiddenTeamIds ?? [])]}::bigint[]))`
  return sql`select number from ticket.ticket where requester_id = ${actor.id}
    union all select number from ticket.ticket where reporter_id = ${actor.id} and reporter_id <> requester_id
    union all select ticket_number from ticket.watcher where person_id = ${actor.id}
    ${shared}`
}

function sharedOrganisation(actor: Actor): number | null {
  return actor.sharesTickets ? (actor.organisationId ?? null) : null
}

/** Whether the actor works on this ticket (and so sees notes), or sees it as the one who asked, or not at all. */
export type Standing = 'staff' | 'requester' | 'none'

export function standingOf(actor: Actor, ticket: TicketRecord, watches: boolean): Standing {
  if (actor.kind === 'system') return 'staff'
  const hidden = ticket.teamId !== null && (actor.hiddenTeamIds ?? []).includes(ticket.teamId)
  if (can(actor, 'ticket.read') && !hidden) return 'staff'
  if (actor.id === null) return 'none'
  const theirs = ticket.requesterId === actor.id || ticket.reporterId === actor.id || watches
  const shared = !hidden && ticket.organisationId !== null && ticket.organisationId === sharedOrganisation(actor)
  return theirs || shared ? 'requester' : 'none'
}

/** How some people stand to one ticket: one question for all who may only see it because they watch. */
export async function standingsTo(
  reader: Reader,
  ticket: TicketRecord,
  actors: readonly Actor[],
): Promise<Map<number, Standing>> {
  const open = actors.filter((actor) => standingOf(actor, ticket, false) === 'none').flatMap(({ id }) => id ?? [])
  const rows =
    open.length === 0
      ? []
      : await reader
          .selectFrom('ticket.watcher')
          .select('personId')
          .where('ticketNumber', '=', ticket.number)
          .where('personId', 'in', open)
          .execute()
  const watching = new Set(rows.map((row) => row.personId))
  return new Map(actors.map((actor) => [actor.id ?? 0, standingOf(actor, ticket, watching.has(actor.id ?? 0))]))
}

/** Whether a technician works on tickets like this one; for what comes in by another door than theirs. */
export function standsAsStaff(actor: Actor, ticket: TicketRecord): boolean {
  return standingOf(actor, ticket, false) === 'staff'
}

export type HeldTicket = TicketRecord & {
  standing: Standing
  abilities: TicketAbilities
  /** The ticket that carries it on, when it was merged. */
  mergedInto: number | null
}

interface Hold {
  /** Locks the row until the transaction ends, so that what is decided stays true. */
  lock?: boolean
  /** The same in this transaction, and says at once that something happened on it; when refused, nothing of that stays. */
  touch?: Tx | undefined
  ifMatch?: string | undefined
}

/**
 * The only way to hold a ticket: it is returned if the actor may see it and may do `ability` with it. Throws
 * `ticket.not_found`, `ticket.not_allowed` with the reason, or `http.stale` with the current state.
 */
export async function ticketFor(
  reader: Reader,
  actor: Actor,
  number: number,
  ability: TicketAbility | 'read',
  hold: Hold = {},
): Promise<HeldTicket> {
  const ticket = hold.touch
    ? await readTouched(hold.touch, number)
    : await rowBy(reader, 'ticket.ticket', 'number', number, ticketColumns, hold.lock)
  if (!ticket) throw ticketNotFound({ number })
  const standing = standingOf(actor, ticket, await watches(reader, actor, ticket))
  if (standing === 'none') throw ticketNotFound({ number })
  // What is merged is closed; read after the lock, so that who waited for it knows.
  const mergedInto = ticket.status === 'closed' ? await survivorOf(reader, number) : null
  const abilities = abilitiesOf(actor, { ...ticket, mergedInto }, standing)
  if (ability !== 'read') {
    const may = abilities[ability]
    if (may.code === 'ticket.merged' && mergedInto !== null) {
      throw mergedAway({ number, into: mergedInto }, { extra: { mergedInto, params: { number: mergedInto } } })
    }
    if (!may.allowed) throw refused(may)
  }
  if (hold.ifMatch !== undefined && hold.ifMatch !== String(ticket.version)) {
    throw stale(undefined, { extra: { current: await currentState(reader, { ...ticket, standing, mergedInto }) } })
  }
  return { ...ticket, standing, abilities, mergedInto }
}

/** For jobs and inline hearers, which act for the program itself. */
export async function unsafeTicket(tx: Tx, number: number, lock = false): Promise<TicketRecord | undefined> {
  return rowBy(tx, 'ticket.ticket', 'number', number, ticketColumns, lock)
}

/** What can be changed of a ticket, as it is shown to who wanted to change it. */
async function currentState(reader: Reader, ticket: Omit<HeldTicket, 'abilities'>) {
  const affected = await affectedIds(reader, ticket.number)
  const around = await surroundingsOf(reader, [ticket], affected)
  return {
    ...presentRow(ticket, around, ticket.mergedInto),
    tags: ticket.standing === 'staff' ? ticket.tags : [],
    affectedPersons: affected.map(around.person),
    affectedThing: ticket.affectedThing,
    location: ticket.location,
    errorMessage: ticket.errorMessage,
    customFields: ticket.customFields,
  }
}

async function watches(reader: Reader, actor: Actor, ticket: TicketRecord): Promise<boolean> {
  if (actor.id === null || standingOf(actor, ticket, false) !== 'none') return false
  const row = await reader
    .selectFrom('ticket.watcher')
    .select('personId')
    .where('ticketNumber', '=', ticket.number)
    .where('personId', '=', actor.id)
    .executeTakeFirst()
  return row !== undefined
}

function refused({ reason = 'You may not do this.', code, params }: Ability) {
  const problem = code !== undefined && whoeverAsks.has(code) ? notNow : notAllowed
  return problem({ reason }, code === undefined ? {} : { extra: { reason: code, params: params ?? {} } })
}

/** Reasons that lie in how the ticket stands, not in who asks: a conflict (409), nothing forbidden. */
const whoeverAsks = new Set([
  'ticket.closed',
  'ticket.resolved_already',
  'ticket.not_resolved',
  'ticket.nothing_to_confirm',
  'ticket.not_merged',
])

/** Pure: what the actor may do with the ticket as it stands, each refusal with its reason. */
export function abilitiesOf(
  actor: Actor,
  ticket: { status: Status; requesterId: number; mergedInto?: number | null },
  standing: Standing,
): TicketAbilities {
  const staff = standing === 'staff'
  const has = (permission: string) => (staff && can(actor, permission) ? yes : staff ? needs(permission) : staffOnly)
  const open = ticket.status !== 'closed'
  const whileOpen = (ability: Ability) =>
    ability.allowed && !open ? no('ticket.closed', 'The ticket is closed; reopen it or open a follow-up.') : ability
  const resolved = ticket.status === 'resolved'
  const requesterOrStaff = standing === 'requester' && can(actor, 'ticket.readOwn') ? yes : has('ticket.update')
  const abilities: TicketAbilities = {
    update: whileOpen(has('ticket.update')),
    assign: whileOpen(has('ticket.assign')),
    changeStatus: whileOpen(has('ticket.update')),
    prioritise: whileOpen(has('ticket.update')),
    watch: has('ticket.update'),
    link: has('ticket.update'),
    reply: standing === 'requester' && can(actor, 'ticket.readOwn') ? yes : has('ticket.reply'),
    note: has('ticket.note'),
    resolve: isActive(ticket.status) ? has('ticket.resolve') : no('ticket.resolved_already', 'It is resolved already.'),
    reopen: isActive(ticket.status)
      ? no('ticket.not_resolved', 'It is not resolved.')
      : ticket.status === 'closed' && !staff
        ? no('ticket.closed_for_good', 'It is closed; write again and a new ticket follows it up.')
        : requesterOrStaff,
    confirm: resolved ? requesterOrStaff : no('ticket.nothing_to_confirm', 'There is no resolution to confirm.'),
    merge: whileOpen(has('ticket.update')),
    unmerge: no('ticket.not_merged', 'It is not merged.'),
  }
  return ticket.mergedInto ? { ...whenMerged(abilities, ticket.mergedInto), unmerge: has('ticket.update') } : abilities
}

const staffOnly = no('ticket.staff_only', 'Only technicians do this.')

function needs(permission: string): Ability {
  return no('access.needs_permission', `It needs the permission ${permission}.`, { permission })
}

/** What was merged is left alone; everything is done on the ticket that carries it on. */
function whenMerged(abilities: TicketAbilities, number: number): TicketAbilities {
  const elsewhere = no('ticket.merged', `It was merged into #${number}; it goes on there.`, { number })
  return Object.fromEntries(Object.keys(abilities).map((name) => [name, elsewhere])) as TicketAbilities
}
