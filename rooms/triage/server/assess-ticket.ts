import { sql } from 'kysely'
import { inPassing, type Tx } from '../../../platform/db/index.ts'
import type { Matrix, Priority } from '../../catalog/contract/http.ts'
import { matrix, priorityOf } from '../../catalog/server/index.ts'
import { setPriority, type TicketRecord } from '../../ticket/server/index.ts'
import { overrideOf } from './queries.ts'

interface Opened {
  impact: number
  urgency: number
  priority: Priority
  subject: string
}

/** Keeps why a new ticket has its priority, and the words it is found by; both in one round trip. */
export function rememberOpened(tx: Tx, number: number, opened: Opened, body: string): void {
  const remembered = sql`
    with assessment as (
      insert into triage.assessment (ticket_number, impact, urgency, priority, matrix_version, assessed_at)
      select ${number}, ${opened.impact}, ${opened.urgency}, ${opened.priority}, m.version, ${tx.now} from catalog.matrix m
    )
    insert into triage.fingerprint (ticket_number, words, opened_at)
    values (${number}, triage.words_of(${opened.subject}, ${body}), ${tx.now})`
  inPassing(tx, remembered.execute(tx))
}

/** Computes the priority of a locked ticket again and sets it, unless a person has overridden it. */
export async function assessTicket(tx: Tx, ticket: TicketRecord, by?: Matrix): Promise<void> {
  const used = by ?? (await matrix(tx))
  const priority = priorityOf(used, ticket.impact, ticket.urgency)
  const values = {
    impact: ticket.impact,
    urgency: ticket.urgency,
    priority,
    matrixVersion: used.version,
    assessedAt: tx.now,
  }
  await tx
    .insertInto('triage.assessment')
    .values({ ticketNumber: ticket.number, ...values })
    .onConflict((conflict) => conflict.column('ticketNumber').doUpdateSet(values))
    .execute()
  if (await overrideOf(tx, ticket.number)) return
  await setPriority(tx, ticket, priority)
}
