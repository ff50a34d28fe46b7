import { connect, type Socket } from 'node:net'

export interface Letter {
  from: string
  to: string
  messageId: string
  subject: string
  text: string
}

/** One connection to a mail server that sends letter after letter, and knows which of them were accepted. */
export interface SmtpClient {
  /** Resolves when the server has answered 250 to the whole letter; rejects when it refused or went away. */
  send(letter: Letter): Promise<void>
  close(): void
}

/** The SMTP of RFC 5321 that a well-behaved sender needs, without waiting for anything it need not wait for. */
export async function speakSmtp(port: number): Promise<SmtpClient> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  const answers = listen(socket)
  const expect = async (code: string) => {
    const answer = await answers.next()
    if (!answer.startsWith(code)) throw new Error(`the mail server said: ${answer}`)
  }
  const say = (line: string) => socket.write(`${line}\r\n`)
  await expect('220')
  say('EHLO bench.example')
  await expect('250')
  return {
    async send({ from, to, messageId, subject, text }) {
      say(`MAIL FROM:<${from}>`)
      await expect('250')
      say(`RCPT TO:<${to}>`)
      await expect('250')
      say('DATA')
      await expect('354')
      const head = [
        `From: ${from}`,
        `To: ${to}`,
        `Subject: ${subject}`,
        `Message-ID: ${messageId}`,
        `Date: ${new Date().toUTCString()}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
      ]
      socket.write(`${head.join('\r\n')}\r\n\r\n${text.replace(/\n/g, '\r\n').replace(/^\./gm, '..')}\r\n.\r\n`)
      await expect('250')
    },
    close() {
      say('QUIT')
      socket.end()
    },
  }
}

function listen(socket: Socket): { next(): Promise<string> } {
  const ready: string[] = []
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = []
  let seen = ''
  let broken: Error | undefined
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    seen += text
    for (let end = seen.indexOf('\r\n'); end >= 0; end = seen.indexOf('\r\n')) {
      const line = seen.slice(0, end)
      seen = seen.slice(end + 2)
      // `250-` is followed by more lines of the same answer.
      if (/^\d{3}-/.test(line)) continue
      const next = waiting.shift()
      if (next) next.resolve(line)
      else ready.push(line)
    }
  })
  const end = (error: Error) => {
    broken = error
    for (const next of waiting.splice(0)) next.reject(error)
  }
  socket.on('error', end)
  socket.on('close', () => end(new Error('the mail server closed the connection')))
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const line = ready.shift()
        if (line !== undefined) resolve(line)
        else if (broken) reject(broken)
        else waiting.push({ resolve, reject })
      }),
  }
}
