declare module '../db/tables.ts' {
  interface Tables {
    'platform.alarmFailure': AlarmFailureTable
  }
}

interface AlarmFailureTable {
  alarm: string
  key: number
  failures: number
  error: string
  firstFailedAt: Date
  retryAt: Date
}

export type { AlarmFailureTable }
