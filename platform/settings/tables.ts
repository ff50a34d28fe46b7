import type { ColumnType } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    'platform.setting': SettingTable
  }
}

export interface SettingTable {
  key: string
  /** Null while it is back at its default. */
  value: ColumnType<unknown, string | null, string | null>
  version: number
  changedBy: string
  changedAt: Date
}
