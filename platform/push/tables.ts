import type { Generated } from 'kysely'

interface PushKeyTable {
  one: Generated<boolean>
  publicKey: string
  privateKey: Buffer
}

export interface PushSubscriptionTable {
  id: Generated<number>
  personId: number
  endpoint: string
  p256dh: string
  auth: string
  label: string
  /** By which session it was asked for. */
  sessionId: number | null
  createdAt: Date
  lastAt: Date | null
  lastError: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    'platform.pushKey': PushKeyTable
    'platform.pushSubscription': PushSubscriptionTable
  }
}
