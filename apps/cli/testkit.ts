import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }

/** The real program in processes of its own, each test file in a folder of its own. */
export interface Cli {
  folder: string
  dataDir: string
  /** Runs a command to its end. */
  run(args: string[], options?: RunOptions): Promise<Ended>
  /** Starts `serve` and waits until it is ready. */
  serve(options?: RunOptions): Promise<Serving>
  /** Starts a command that goes on running, and waits until it has said this. */
  startUntil(args: string[], words: RegExp, options?: RunOptions): Promise<Serving>
  /** Ends what a failed test left running. */
  killAll(): Promise<void>
  stop(): Promise<void>
}

interface RunOptions {
  env?: Record<string, string>
  args?: string[]
  /** Through npm, as a person types it, and not directly. */
  npm?: boolean
  stdin?: string
  cwd?: string
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface Serving {
  url: string
  pid: number
  stdout: () => string
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>
}

const root = join(import.meta.dirname, '../..')
// As `npm run deskhand` starts it, flags included: `exec node --flag apps/cli/main.mjs`.
const ownWords = packageJson.scripts.deskhand.split(' ').slice(2)
const programArgs = ownWords.map((word) => (word.startsWith('-') ? word : join(root, word)))

export function startCli(): Cli {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand cli '))
  const dataDir = join(folder, 'data')
  const children = new Set<ChildProcess>()

  function start(args: string[], options: RunOptions) {
    const settings = { DATA_DIR: dataDir, PORT: '0', SMTP_IN_PORT: '0', LOG_LEVEL: 'warn' }
    const [program, words] = options.npm
      ? ['npm', ['run', '--silent', 'deskhand', '--', ...args]]
      : [process.execPath, [...programArgs, ...args]]
    const child = spawn(program, words, {
      cwd: options.npm ? root : (options.cwd ?? folder),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    children.add(child)
    child.stdin.end(options.stdin ?? '')
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text
      })
    }
    const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }))
    return { child, said, ended }
  }

  async function startUntil(args: string[], words: RegExp, options: RunOptions = {}): Promise<Serving> {
    const { child, said, ended } = start(args, options)
    await Promise.race([heard(child, said, words), ended.then(failedToStart)])
    const url = readyLine.exec(said.stdout)?.[1] ?? ''
    const end = (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal)
      return ended
    }
    return { url, pid: child.pid as number, stdout: () => said.stdout, end }
  }

  async function killAll(): Promise<void> {
    for (const child of children) child.kill('SIGKILL')
    await Promise.all([...children].map((child) => child.exitCode ?? child.signalCode ?? once(child, 'close')))
    children.clear()
  }

  return {
    folder,
    dataDir,
    run: (args, options = {}) => start(args, options).ended,
    serve: (options = {}) => startUntil(['serve', '--no-build', ...(options.args ?? [])], readyLine, options),
    startUntil,
    killAll,
    async stop() {
      await killAll()
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

const readyLine = /ready at (\S+)|works its queue/

async function heard(child: ChildProcess, said: { stdout: string }, words: RegExp): Promise<void> {
  while (!words.test(said.stdout)) await once(child.stdout!, 'data')
}

function failedToStart({ code, stderr }: Ended): never {
  throw new Error(`it ended with ${code}: ${stderr}`)
}

/** A server that answers as PostgreSQL does, but says to be of another version (`140011`). */
export function startOldPostgres(versionNumber: string): Promise<Server & { port: number }> {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const column = Buffer.concat([Buffer.from('version\0'), Buffer.from('00000000000000000019ffffffffffff0000', 'hex')])
  const value = Buffer.from(versionNumber)
  const length = Buffer.alloc(4)
  length.writeInt32BE(value.length)
  const one = Buffer.from([0, 1])
  const answer = Buffer.concat([
    message('T', Buffer.concat([one, column])),
    message('D', Buffer.concat([one, length, value])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', (data) => data[0] === 0x51 && socket.write(answer))
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(Object.assign(server, { port: (server.address() as { port: number }).port }))
    })
  })
}
