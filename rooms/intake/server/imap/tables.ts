import type { Generated, JSONColumnType } from 'kysely'
import type { DoorTrouble, doorStates } from '../../contract/doors.ts'
import type { ImapAccount } from '../../contract/imap.ts'

declare module '../../../../platform/db/tables.ts' {
  interface Tables {
    'intake.imapAccount': ImapAccountTable
    'intake.imapProgress': ImapProgressTable
    'intake.imapPending': ImapPendingTable
    'intake.imapUnfetched': ImapUnfetchedTable
    'intake.door': DoorTable
  }
}

export interface ImapAccountTable {
  mailboxId: number
  active: boolean
  provider: ImapAccount['provider']
  host: string
  port: number
  security: ImapAccount['security']
  ca: string | null
  username: string
  login: ImapAccount['login']
  password: Buffer | null
  clientSecret: Buffer | null
  refreshToken: Buffer | null
  tokenUrl: string | null
  clientId: string | null
  scope: string | null
  folder: string
  startWith: ImapAccount['startWith']
  afterImport: ImapAccount['afterImport']
  moveTo: string | null
  version: Generated<number>
  updatedAt: Date
}

export interface ImapProgressTable {
  mailboxId: number
  source: string
  uidValidity: number
  lastUid: number
  backlogBelow: Generated<number>
  rereadBelow: Generated<number>
  startedAt: Date
  stuckUid: number | null
  stuckCount: Generated<number>
}

interface ImapPendingTable {
  mailboxId: number
  uid: number
}

interface ImapUnfetchedTable {
  itemId: number
  mailboxId: number | null
  uidValidity: number
  uid: number
  wanted: Generated<boolean>
}

export interface DoorTable {
  name: string
  state: (typeof doorStates)[number]
  stateAt: Date
  seenAt: Date
  details: JSONColumnType<Record<string, string | number | boolean>>
  lastMessageAt: Date | null
  backlog: Generated<number>
  trouble: DoorTrouble | null
  troubleDetail: string | null
  troubleAt: Date | null
}
