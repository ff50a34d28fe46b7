import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { CustomFields, channels, kinds, Number_, priorities, relations, statuses } from './shapes.ts'

const maybeId = Nullable(Id)

/** Everything about a ticket that facts can change; `ticket.opened` holds the whole, later facts what differs. */
export const TicketState = Type.Object({
  kind: OneOf(kinds),
  status: OneOf(statuses),
  waitingUntil: Nullable(Instant),
  subject: Type.String(),
  requesterId: Id,
  reporterId: Id,
  organisationId: maybeId,
  teamId: maybeId,
  assigneeId: maybeId,
  serviceId: maybeId,
  categoryId: maybeId,
  impact: Type.Integer(),
  urgency: Type.Integer(),
  priority: OneOf(priorities),
  affectedThing: Nullable(Type.String()),
  affectedPersonIds: Type.Array(Id),
  location: Nullable(Type.String()),
  errorMessage: Nullable(Type.String()),
  customFields: CustomFields,
  tags: Type.Array(Type.String()),
  estimatedAt: Nullable(Instant),
})

export const ticketOpened = fact(
  'ticket.opened',
  'ticket',
  Type.Object({ channel: OneOf(channels), state: TicketState, watcherIds: Type.Array(Id) }),
)

/** Any change of a field: what it was and what it is. */
const Changes = Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() }))

export const ticketChanged = fact('ticket.changed', 'ticket', Type.Object({ changes: Changes }))
export const ticketAssigned = fact('ticket.assigned', 'ticket', Type.Object({ changes: Changes }))
export const ticketStatusChanged = fact(
  'ticket.status_changed',
  'ticket',
  Type.Object({
    changes: Changes,
    /** It was closed because it goes on in another ticket. */
    mergedInto: Type.Optional(Number_),
    /** Where it goes back to a status that it had before: since when it had it. */
    statusSince: Type.Optional(Instant),
  }),
)
export const ticketPrioritySet = fact(
  'ticket.priority_set',
  'ticket',
  Type.Object({ changes: Changes, reason: Type.Optional(Type.String()) }),
)
/** `byLink`: the person themself, by the link at the end of a mail. */
const Watcher = Type.Object({ personId: Id, byLink: Type.Optional(Type.Literal(true)) })

export const watcherAdded = fact('ticket.watcher_added', 'ticket', Watcher)
export const watcherRemoved = fact('ticket.watcher_removed', 'ticket', Watcher)
export const ticketLinked = fact(
  'ticket.linked',
  'ticket',
  Type.Object({ relation: OneOf(relations), other: Number_, direction: OneOf(['to', 'from']) }),
)
export const ticketUnlinked = fact(
  'ticket.unlinked',
  'ticket',
  Type.Object({ relation: OneOf(relations), other: Number_, direction: OneOf(['to', 'from']) }),
)

/** Told on both tickets: `into` on the one that was merged, `from` on the one that carries it on. */
const Merging = {
  other: Number_,
  direction: OneOf(['into', 'from']),
  mergeId: Id,
}
export const ticketMerged = fact(
  'ticket.merged',
  'ticket',
  Type.Object({ ...Merging, reason: Type.Optional(Type.String()), tellRequester: Type.Boolean() }),
)
export const ticketUnmerged = fact('ticket.unmerged', 'ticket', Type.Object(Merging))
