import type { Selectable } from 'kysely'
import type { OutboxTable } from './tables.ts'

export type { MailAddress } from './tables.ts'
export type OutboxRow = Selectable<OutboxTable>
