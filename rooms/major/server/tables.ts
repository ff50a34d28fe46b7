import type { ColumnType, Generated } from 'kysely'
import type { Review } from '../contract/http.ts'

interface IncidentTable {
  ticketNumber: number
  title: string
  reason: string
  coordinatorId: number
  banner: boolean
  declaredAt: Date
  declaredByName: string
  nextUpdateAt: Date | null
  endedAt: Date | null
  endedByName: string | null
  review: ColumnType<Review | null, unknown, unknown>
  reviewAt: Date | null
  reviewByName: string | null
  version: Generated<number>
}

interface ChildTable {
  ticketNumber: number
  incidentNumber: number
  gatheredAt: Date
  gatheredByName: string
}

interface UpdateTable {
  id: Generated<number>
  incidentNumber: number
  text: string
  public: boolean
  byId: number | null
  byName: string
  at: Date
}

interface ToldTable {
  updateId: number
  ticketNumber: number
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'major.incident': IncidentTable
    'major.child': ChildTable
    'major.update': UpdateTable
    'major.told': ToldTable
  }
}
