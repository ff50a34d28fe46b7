import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Measured, summary } from './measure.ts'
import { speakSmtp } from './product/speak-smtp.ts'

export interface MailMeasured extends Measured {
  accepted: number
  ticketsFound: number
}

/**
 * Sends letters from many strangers and waits until each has become a ticket that is committed. A letter's time runs from
 * its 250 to the moment its ticket can be read.
 */
export async function measureMail(
  pool: pg.Pool,
  port: number,
  concurrency: number,
  count: number,
  patienceMs = 120_000,
): Promise<MailMeasured> {
  const run = randomUUID().slice(0, 8)
  const acceptedAt = new Map<string, number>()
  const foundAt = new Map<string, number>()
  const { rows } = await pool.query<{ number: number }>('select coalesce(max(number), 0) as number from ticket.ticket')
  const before = rows[0]?.number ?? 0
  let next = 0
  let sending = concurrency
  const started = performance.now()
  const send = async () => {
    const client = await speakSmtp(port)
    while (next < count) {
      const index = next++
      const subject = `Mail ${run}-${index}`
      await client.send({
        from: `sender${index % 300}@bench.example`,
        to: 'desk@bench.example',
        messageId: `<${run}.${index}@bench.example>`,
        subject,
        text: letterText(index),
      })
      acceptedAt.set(subject, performance.now())
    }
    client.close()
    sending--
  }
  const watch = async () => {
    let seen = before
    const deadline = performance.now() + patienceMs
    while ((sending > 0 || foundAt.size < acceptedAt.size) && performance.now() < deadline) {
      const found = await pool.query<{ number: number; subject: string }>(
        'select number, subject from ticket.ticket where number > $1 order by number',
        [seen - 200],
      )
      const at = performance.now()
      for (const { number, subject } of found.rows) {
        // Transactions may commit in another order than they took their numbers, so a little is read twice.
        if (subject.startsWith(`Mail ${run}-`) && !foundAt.has(subject)) foundAt.set(subject, at)
        seen = Math.max(seen, number)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await Promise.all([...Array.from({ length: concurrency }, send), watch()])
  const times = [...foundAt].map(([subject, at]) => Math.max(0, at - (acceptedAt.get(subject) ?? at)))
  const took = Math.max(...foundAt.values(), started) - started
  return {
    ...summary('e-mail to committed ticket', concurrency, times, took),
    accepted: acceptedAt.size,
    ticketsFound: foundAt.size,
  }
}

export function letterText(index: number): string {
  return `Hello,\n\nthe printer on floor ${index % 9} does not print labels. It began this morning at ${8 + (index % 9)}.\n\nThank you\nSender ${index}`
}
