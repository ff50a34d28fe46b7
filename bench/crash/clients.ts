import { randomUUID } from 'node:crypto'
import { speakHttp } from '../product/speak-http.ts'
import { speakSmtp } from '../product/speak-smtp.ts'

/** What the outside was told: these things are done. */
export interface Promised {
  /** Subjects of letters that got 250. */
  mails: Set<string>
  /** Subjects of tickets whose creation got 2xx. */
  tickets: Set<string>
  /** Texts of replies that got 2xx. */
  replies: Set<string>
}

export interface Clients {
  promised: Promised
  /** Ends the load and returns when each client has had its last answer. */
  stop(): Promise<void>
}

interface Place {
  url: string
  smtpPort: number
  key: string
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Keeps asking, as good clients do: what got no answer is asked again with the same Idempotency-Key or the same Message-ID,
 * until there is one. So each thing must be there exactly once in the end.
 */
export function startClients(
  { url, smtpPort, key }: Place,
  ticketsToAnswer: readonly number[],
  count: { http: number; smtp: number },
): Clients {
  const promised: Promised = { mails: new Set(), tickets: new Set(), replies: new Set() }
  const run = randomUUID().slice(0, 8)
  let stopping = false
  let nth = 0

  const untilAnswered = async (once: () => Promise<boolean>) => {
    while (true) {
      try {
        if (await once()) return
      } catch {
        // Nobody there, or broken off in the middle: not known whether it happened.
      }
      await pause(50)
    }
  }
  const http = speakHttp(url, key)
  const post = (path: string, body: unknown) => {
    const headers = { 'idempotency-key': randomUUID() }
    return untilAnswered(async () => {
      const { status, body: said } = await http.post(path, body, headers)
      // 409: the first try with this key is still under way. 5xx: it is going down.
      if (status === 409 || status >= 500) return false
      if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(said)}`)
      return true
    })
  }
  const asker = async () => {
    while (!stopping) {
      const id = `${run}-${nth++}`
      if (nth % 2 === 0) {
        const subject = `Crash request ${id}`
        const requester = { email: `asker${nth % 20}@crash.example` }
        await post('/api/v1/tickets', { subject, description: 'It must be here once.', requester })
        promised.tickets.add(subject)
      } else {
        const text = `Crash reply ${id}`
        await post(`/api/v1/tickets/${ticketsToAnswer[nth % ticketsToAnswer.length]}/messages`, { kind: 'reply', text })
        promised.replies.add(text)
      }
    }
  }
  const sender = async () => {
    while (!stopping) {
      const id = `${run}-${nth++}`
      const subject = `Crash mail ${id}`
      const from = `sender${nth % 20}@crash.example`
      await untilAnswered(async () => {
        const client = await speakSmtp(smtpPort)
        try {
          await client.send({
            from,
            to: 'desk@crash.example',
            messageId: `<${id}@crash.example>`,
            subject,
            text: 'It must become one ticket.',
          })
          return true
        } finally {
          client.close()
        }
      })
      promised.mails.add(subject)
    }
  }
  const working = [...Array.from({ length: count.http }, asker), ...Array.from({ length: count.smtp }, sender)]
  return {
    promised,
    async stop() {
      stopping = true
      await Promise.all(working)
      http.close()
    },
  }
}
