import { spawn } from 'node:child_process'
import { createTransport } from 'nodemailer'
import type { Adapter, Seen } from './adapter.ts'

interface Options {
  /** `host:port` of the desk's mail server; no TLS, no login. */
  smtp: string
  /** Started once for every question; see the README. */
  command: string
  patienceMs?: number
}

/** Any desk: messages go in by SMTP, and a command of yours says as JSON what became of them. */
export function commandAdapter({ smtp, command, patienceMs = 30_000 }: Options): Adapter {
  const [host = '127.0.0.1', port = '25'] = smtp.split(':')
  const transport = createTransport({ host, port: Number(port), secure: false, ignoreTLS: true })
  let nth = 0
  const asked = async (question: object): Promise<Record<string, unknown>> => {
    const answer = await ask(command, question)
    if (answer === null || typeof answer !== 'object')
      throw new Error(`the command does not know ${JSON.stringify(question)}`)
    return answer as Record<string, unknown>
  }
  return {
    async deliver(raw, envelope): Promise<Seen> {
      await transport.sendMail({ envelope: { ...envelope }, raw })
      const head = raw.toString('latin1', 0, 8192)
      const messageId = /^Message-ID:[ \t]*<([^>]+)>/im.exec(head)?.[1] ?? null
      const question = { ask: 'seen', nth: nth++, messageId, from: envelope.from }
      const until = Date.now() + patienceMs
      for (;;) {
        const answer = await ask(command, question)
        if (answer !== null) return answer as Seen
        if (Date.now() > until) return { ticket: null, state: 'nothing was seen of it' }
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    },
    reply: async (ticket, text) => {
      const { messageId, replyTo } = await asked({ ask: 'reply', ticket, text })
      return { messageId: String(messageId), ...(typeof replyTo === 'string' ? { replyTo } : {}) }
    },
    resolve: async (ticket) => void (await asked({ ask: 'resolve', ticket })),
    close: async (ticket) => void (await asked({ ask: 'close', ticket })),
    merge: async (ticket, into) => void (await asked({ ask: 'merge', ticket, into })),
    unmerge: async (ticket) => void (await asked({ ask: 'unmerge', ticket })),
    stop: async () => transport.close(),
  }
}

/** One question to the command: JSON on its standard input, JSON on its standard output; null means "not yet". */
function ask(command: string, question: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] })
    const out: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${command} ended with ${code}`))
      const text = Buffer.concat(out).toString().trim()
      resolve(text === '' ? null : JSON.parse(text))
    })
    child.stdin.end(JSON.stringify(question))
  })
}
