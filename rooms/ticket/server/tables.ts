import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Channel, Kind, Priority, Relation, Status } from '../contract/shapes.ts'

interface TicketTable {
  number: Generated<number>
  kind: Kind
  status: Status
  statusSince: Date
  waitingUntil: Date | null
  subject: string
  channel: ColumnType<Channel, Channel, never>
  requesterId: number
  reporterId: number
  organisationId: number | null
  teamId: number | null
  assigneeId: number | null
  serviceId: number | null
  categoryId: number | null
  impact: number
  urgency: number
  priority: Priority
  priorityRank: GeneratedAlways<number>
  affectedThing: string | null
  location: string | null
  errorMessage: string | null
  customFields: JSONColumnType<Record<string, unknown>>
  tags: string[]
  estimatedAt: Date | null
  createdAt: ColumnType<Date, Date, never>
  updatedAt: Date
  active: GeneratedAlways<boolean>
  version: Generated<number>
}

interface WatcherTable {
  ticketNumber: number
  personId: number
  addedAt: Date
  addedBy: number | null
}

interface AffectedPersonTable {
  ticketNumber: number
  personId: number
}

interface LinkTable {
  id: Generated<number>
  fromNumber: number
  toNumber: number
  relation: Relation
  createdAt: Date
  createdBy: number | null
}

interface MergeTable {
  id: Generated<number>
  ticketNumber: number
  intoNumber: number
  mergedAt: Date
  mergedBy: number | null
  mergedByName: string
  reason: string | null
  statusBefore: Status
  statusSinceBefore: Date
  waitingUntilBefore: Date | null
  people: number[]
  added: number[]
  undoneAt: Date | null
  undoneBy: number | null
  undoneByName: string | null
}

interface FlagTable {
  ticketNumber: number
  name: string
  since: Date
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'ticket.ticket': TicketTable
    'ticket.watcher': WatcherTable
    'ticket.affectedPerson': AffectedPersonTable
    'ticket.link': LinkTable
    'ticket.flag': FlagTable
    'ticket.merge': MergeTable
  }
}
