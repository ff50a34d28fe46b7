import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type pg from 'pg'
import { memoryOf } from './product/processes.ts'

export interface LargeMeasured {
  what: string
  messageMb: number
  beforeMb: number
  /** Highest while it was received, before anything reads it, and until its ticket was committed. */
  peakMb: number
  seconds: number
}

/** How much memory one message of 30 MB takes, from its first byte to its ticket. */
export async function measureLarge(pool: pg.Pool, smtpPort: number, pid: number): Promise<LargeMeasured> {
  const subject = `Large ${randomBytes(6).toString('hex')}`
  const beforeMb = memoryOf(pid).residentMb
  forgetPeak(pid)
  const started = performance.now()
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
  await transport.sendMail({
    from: 'large@bench.example',
    to: 'desk@bench.example',
    subject,
    text: 'Please find the file enclosed.',
    // A third more as base64.
    attachments: [{ filename: 'scan.bin', content: randomBytes(22 * 1024 * 1024) }],
  })
  const deadline = performance.now() + 120_000
  for (;;) {
    const { rows } = await pool.query(
      "select 1 from ticket.ticket where subject = $1 and created_at > now() - interval '1 hour'",
      [subject],
    )
    if (rows.length > 0) break
    if (performance.now() > deadline) throw new Error('the large message did not become a ticket')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { what: 'a message of 30 MB', messageMb: 30, beforeMb, peakMb: memoryOf(pid).peakMb, seconds }
}

/** Lets the kernel count the highest memory from now on; where that is not allowed, it is that of the whole run. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Not Linux, or not allowed.
  }
}
