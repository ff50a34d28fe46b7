import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface SinkAnswers {
  /** To RCPT TO; `250 OK` when left out. */
  rcpt?: (address: string) => string
  /** To a login; without it none is offered. */
  auth?: (line: string) => string
  /** To the end of the message; `drop` closes the connection without a word, `hang` says nothing. */
  data?: (message: string) => string
}

export interface SmtpSink {
  url: string
  port: number
  /** Messages that were taken, whole. */
  taken: string[]
  /** To whom each of them was handed over. */
  envelopes: string[][]
  answers: SinkAnswers
  close(): Promise<void>
}

/** A mail server that answers as it is told; for tests of what becomes of mail. */
export async function openSmtpSink(answers: SinkAnswers = {}): Promise<SmtpSink> {
  const sockets = new Set<Socket>()
  const sink: SmtpSink = { url: '', port: 0, taken: [], envelopes: [], answers, close }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    speak(socket, sink)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sink.port = (server.address() as AddressInfo).port
  sink.url = `smtp://127.0.0.1:${sink.port}?ignoreTLS=true`
  return sink

  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
}

function speak(socket: Socket, sink: SmtpSink): void {
  let buffer = ''
  let inData = false
  let to: string[] = []
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 sink')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    buffer += chunk
    for (;;) {
      const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const unit = buffer.slice(0, end)
      buffer = buffer.slice(end + (inData ? 5 : 2))
      if (inData) finish(unit)
      else command(unit)
    }
  })

  function finish(message: string): void {
    inData = false
    const answer = sink.answers.data?.(message) ?? '250 OK'
    if (answer.startsWith('250')) {
      sink.taken.push(message)
      sink.envelopes.push(to)
    }
    if (answer === 'drop') socket.destroy()
    else if (answer !== 'hang') say(answer)
  }

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'DATA') {
      inData = true
      say('354 go on')
    } else if (verb === 'EHLO' && sink.answers.auth) socket.write('250-sink\r\n250 AUTH PLAIN\r\n')
    else if (verb === 'AUTH') say(sink.answers.auth?.(line) ?? '503 no')
    else if (verb === 'RCPT') {
      const address = /<(.*)>/.exec(line)?.[1] ?? ''
      const answer = sink.answers.rcpt?.(address) ?? '250 OK'
      if (answer.startsWith('250')) to = [...to, address]
      say(answer)
    } else if (verb === 'MAIL') {
      to = []
      say('250 OK')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 OK')
  }
}
