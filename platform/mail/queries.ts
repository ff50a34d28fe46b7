import type { Reader } from '../db/index.ts'
import type { OutboxState, Recipients } from './tables.ts'

export interface MailFate {
  state: Exclude<OutboxState, 'withdrawn'>
  at: Date
  error: string | null
  smtpCode: number | null
  nextAttemptAt: Date | null
  attempts: number
  recipients: Recipients
  /** Addresses a server took it for. */
  deliveredTo: string[]
}

const discarded = { state: 'failed', error: 'It was taken out of the outbox and not sent.' } as const

/** What became of mails, by outbox id. */
export async function outboxStates(reader: Reader, ids: readonly number[]): Promise<Map<number, MailFate>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('platform.outbox')
    .select([
      'id',
      'state',
      'stateAt as at',
      'lastError as error',
      'smtpCode',
      'nextAttemptAt',
      'attempts',
      'recipients',
      'deliveredTo',
    ])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ id, state, ...rest }) => [id, state === 'withdrawn' ? { ...rest, ...discarded } : { ...rest, state }]),
  )
}
