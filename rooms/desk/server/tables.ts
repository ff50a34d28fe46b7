import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import type { BulkFailure, TicketChange, View } from '../contract/shapes.ts'

interface ViewTable {
  id: Generated<number>
  name: string
  icon: Generated<string>
  ownerId: number | null
  sharing: Generated<View['sharing']>
  filter: JSONColumnType<TicketFilter>
  sort: Generated<string>
  columns: Generated<string[]>
  position: Generated<number>
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

interface ViewTeamTable {
  viewId: number
  teamId: number
}

interface ViewPlaceTable {
  personId: number
  viewId: number
  place: number
}

interface BulkChangeTable {
  id: Generated<number>
  actorKind: 'person' | 'api-key'
  personId: number | null
  apiKeyId: number | null
  change: JSONColumnType<TicketChange>
  numbers: number[]
  state: Generated<'waiting' | 'running' | 'done' | 'cancelled'>
  done: Generated<number>
  changed: Generated<number>
  failures: JSONColumnType<BulkFailure[]>
  failed: Generated<number>
  createdAt: Date
  finishedAt: Date | null
}

interface DocumentTable {
  ticketNumber: number
  bucket: GeneratedAlways<number>
  words: string
  publicWords: string | null
}

interface WordTable {
  word: string
  tickets: Generated<number>
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'desk.view': ViewTable
    'desk.viewTeam': ViewTeamTable
    'desk.viewPlace': ViewPlaceTable
    'desk.bulkChange': BulkChangeTable
    'desk.document': DocumentTable
    'desk.word': WordTable
  }
}
