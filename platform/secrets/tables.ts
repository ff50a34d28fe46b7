import type { Generated } from 'kysely'

interface SecretTable {
  id: Generated<boolean>
  value: Buffer
}

declare module '../db/tables.ts' {
  interface Tables {
    'platform.secret': SecretTable
  }
}
