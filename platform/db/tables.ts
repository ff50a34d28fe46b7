import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/**
 * Every table the program knows, by its schema-qualified name. Rooms add theirs by declaration merging in their own
 * `server/tables.ts`; a room writes only to the schema that carries its name.
 */
export interface Tables {
  'platform.fact': FactTable
  'platform.file': FileTable
  'platform.idempotency': IdempotencyTable
  'platform.rate': RateTable
}

interface FactTable {
  id: Generated<number>
  name: string
  subjectKind: string
  subjectId: number
  at: Date
  actorKind: string
  actorId: number | null
  actorName: string
  data: JSONColumnType<Record<string, unknown>>
}

interface FileTable {
  id: Generated<number>
  sha256: string
  name: string
  type: string
  size: number
  addedAt: Date
  addedBy: string
}

interface IdempotencyTable {
  key: string
  actor: string
  request: string
  status: number | null
  body: ColumnType<unknown, null, unknown>
  createdAt: Date
}

interface RateTable {
  key: string
  windowStart: Date
  hits: number
}
