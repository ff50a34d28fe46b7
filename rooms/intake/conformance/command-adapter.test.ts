import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { commandAdapter } from './command-adapter.ts'

/** A desk of twenty lines: it keeps what comes, and a command tells of it when asked the second time. */
test('another desk is measured by SMTP and a command', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  const kept: Buffer[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        kept.push(Buffer.concat(pieces))
        done()
      })
    },
  })
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
  })
  const script = join(folder, 'look.mjs')
  await writeFile(
    script,
    `import { appendFileSync, readFileSync, existsSync } from 'node:fs'
const question = JSON.parse(readFileSync(0, 'utf8'))
const again = existsSync(${JSON.stringify(join(folder, 'asked'))})
appendFileSync(${JSON.stringify(join(folder, 'asked'))}, JSON.stringify(question) + '\\n')
if (question.ask === 'seen') console.log(again ? JSON.stringify({ ticket: '7', text: 'seen' }) : 'null')
else if (question.ask === 'reply') console.log(JSON.stringify({ messageId: 'r@desk.example' }))
else console.log('{}')`,
  )
  const adapter = commandAdapter({ smtp: `127.0.0.1:${port}`, command: `"${process.execPath}" "${script}"` })
  try {
    const raw = Buffer.from(
      'From: a@x.example\r\nMessage-ID: <1@x.example>\r\nSubject: x\r\n\r\nhello \xe9\r\n',
      'latin1',
    )
    const seen = await adapter.deliver(raw, { from: 'a@x.example', to: ['support@desk.example'] })
    expect(seen).toEqual({ ticket: '7', text: 'seen' })
    expect(kept.map((one) => one.toString('latin1'))).toEqual([raw.toString('latin1')])
    expect(await adapter.reply?.('7', 'hello')).toEqual({ messageId: 'r@desk.example' })
    await adapter.resolve?.('7')
    const asked = (await readFile(join(folder, 'asked'), 'utf8')).trim().split('\n')
    expect(JSON.parse(asked[0] ?? '')).toEqual({ ask: 'seen', nth: 0, messageId: '1@x.example', from: 'a@x.example' })
    expect(asked).toHaveLength(4)
  } finally {
    await adapter.stop?.()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await rm(folder, { recursive: true, force: true })
  }
})
