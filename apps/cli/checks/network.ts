import { createConnection, createServer } from 'node:net'
import { createTransport } from 'nodemailer'
import { type Finding, fail, ok, warn } from './finding.ts'

/** A port is fine when it is free, or when the desk itself has it. */
export async function checkPort(env: string, host: string, port: number, greeting: RegExp): Promise<Finding> {
  const about = `Port ${port}`
  if (port === 0) return ok(about, `${env} takes a free port`)
  const code = await tryListen(host, port)
  if (code === undefined) return ok(about, `is free (${env})`)
  if (code === 'EACCES') return fail(about, `This account may not open it; set ${env} to one above 1023.`)
  if (code !== 'EADDRINUSE') return fail(about, `It cannot be opened on ${host} (${code}). Setting: ${env}.`)
  const said = await firstWords(host, port)
  if (greeting.test(said)) return ok(about, `is served by Deskhand (${env})`)
  return fail(about, `Another program has it; stop that, or set ${env} to another.`)
}

export function checkPublicUrl(publicUrl: string | undefined): Finding {
  if (!publicUrl) return warn('Address', 'PUBLIC_URL is unset, so links in mails lead to localhost.')
  if (publicUrl.startsWith('http://')) return warn('Address', `${publicUrl} is not encrypted; see docs/OPERATIONS.md.`)
  return ok('Address', publicUrl)
}

export async function checkMailOut(url: string | undefined): Promise<Finding> {
  if (!url) return warn('Mail out', 'SMTP_OUT_URL is unset: mail is kept in the outbox and shown as not sent.')
  const transport = createTransport(url, { connectionTimeout: 5000, greetingTimeout: 5000 } as object)
  try {
    await transport.verify()
    return ok('Mail out', `${new URL(url).host} takes mail from us`)
  } catch (error) {
    return fail(
      'Mail out',
      `${new URL(url).host}: ${error instanceof Error ? error.message : error}. Setting: SMTP_OUT_URL.`,
    )
  } finally {
    transport.close()
  }
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

/** What a server says first; asked for a web page in case it waits for us to speak. */
function firstWords(host: string, port: number): Promise<string> {
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return new Promise((resolve) => {
    const socket = createConnection({ host: local, port, timeout: 2000 })
    let said = ''
    const ask = setTimeout(() => socket.write('GET /api/v1/health HTTP/1.0\r\n\r\n'), 500)
    const done = () => {
      clearTimeout(ask)
      socket.destroy()
      resolve(said)
    }
    socket.on('data', (data) => {
      said += data
      if (/^220|"version"/m.test(said)) done()
    })
    for (const event of ['timeout', 'error', 'close']) socket.once(event, done)
  })
}
