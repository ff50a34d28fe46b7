import type pg from 'pg'
import type { Alarm } from '../../platform/alarms/index.ts'
import type { Ground } from '../../platform/cx.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Hearers } from '../../platform/facts/index.ts'

/** An open desk to fill, as commands of the CLI and tests hold it. */
export interface SeedDesk {
  assembly: { db: Db; ground: Ground; hearers: Hearers; alarms: readonly Alarm[] }
  pool: pg.Pool
}

export interface Account {
  name: string
  email: string
  password: string
  /** In words: "administrator", "requester, in German". */
  role: string
}

export interface SeedOptions {
  /** How many tickets the load world gets. */
  tickets?: number
  /** The moment the world is told from; now when it is not given. */
  base?: Date
  /** What the accounts of the hospital sign in with; a password that everybody knows when it is not given. */
  password?: string
}

export interface World {
  load(desk: SeedDesk, options: SeedOptions, say: (line: string) => void): Promise<void>
  isLoaded(db: Db): Promise<boolean>
  /** Who can sign in, with passwords that only ever exist in this world. */
  accounts: readonly Account[]
}
