import type pg from 'pg'
import type { Promised } from './clients.ts'

export interface Verdict {
  mails: number
  tickets: number
  replies: number
  sent: number
  uncertain: number
  /** In words, whatever is not as it was promised; empty when all is well. */
  faults: string[]
}

/** Compares what was promised to the outside with what is there, and what was sent with what arrived. */
export async function judge(
  pool: pg.Pool,
  promised: Promised,
  received: ReadonlyMap<string, number>,
): Promise<Verdict> {
  const faults: string[] = []
  const subjects = await counted(
    pool,
    "select subject as what, count(*) from ticket.ticket where subject like 'Crash %' group by 1",
  )
  const texts = await counted(
    pool,
    "select text as what, count(*) from conversation.message where text like 'Crash reply %' group by 1",
  )
  const once = (what: Iterable<string>, there: Map<string, number>) => {
    for (const one of what) if (there.get(one) !== 1) faults.push(`"${one}" is there ${there.get(one) ?? 0} times`)
  }
  once(promised.mails, subjects)
  once(promised.tickets, subjects)
  once(promised.replies, texts)
  for (const [what, times] of [...subjects, ...texts]) if (times > 1) faults.push(`"${what}" is there ${times} times`)

  const { rows: outbox } = await pool.query<{ message_id: string; state: string }>(
    'select message_id, state from platform.outbox',
  )
  const state = new Map(outbox.map((row) => [row.message_id, row.state]))
  for (const [id, which] of state) {
    const times = received.get(id) ?? 0
    if (which === 'sent' && times !== 1) faults.push(`${id} counts as sent and arrived ${times} times`)
    if (which === 'uncertain' && times > 1) faults.push(`${id} is uncertain and arrived ${times} times`)
    if (which !== 'sent' && which !== 'uncertain') faults.push(`${id} is left ${which}`)
  }
  for (const id of received.keys()) if (!state.has(id)) faults.push(`${id} arrived and is not in the outbox`)
  const { rows: failed } = await pool.query<{ task: string; last_error: string }>(
    'select t.identifier as task, last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where last_error is not null',
  )
  for (const job of failed) faults.push(`job "${job.task}" failed: ${job.last_error}`)
  const count = (which: string) => outbox.filter((row) => row.state === which).length
  return {
    mails: promised.mails.size,
    tickets: promised.tickets.size,
    replies: promised.replies.size,
    sent: count('sent'),
    uncertain: count('uncertain'),
    faults: [...new Set(faults)],
  }
}

async function counted(pool: pg.Pool, query: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ what: string; count: number }>(query)
  return new Map(rows.map((row) => [row.what, row.count]))
}
