import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { familyOf, killFamily } from './processes.ts'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'apps/cli/main.mjs')

export interface ProductOptions {
  dataDir: string
  env?: Record<string, string>
  /** Flags for Node itself, e.g. --cpu-prof. */
  nodeFlags?: string[]
  /** Ports of a former run, for clients that try again at the same place. */
  ports?: { http: number; smtp: number }
}

/** The built product as a process of its own, on its own data folder. */
export interface Product {
  pid: number
  url: string
  ports: { http: number; smtp: number }
  /** Lets it drain and end. */
  stop(): Promise<void>
  /** Ends it and its database in the middle of whatever they do. */
  kill(): Promise<void>
}

function environment(options: ProductOptions): NodeJS.ProcessEnv {
  return { ...process.env, DATA_DIR: options.dataDir, LOG_LEVEL: 'warn', HOST: '127.0.0.1', ...options.env }
}

/** Runs one command of the product, e.g. `admin api-key`, and returns what it prints. */
export async function command(options: ProductOptions, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...words], {
    cwd: root,
    env: environment(options),
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.trim()
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const ports = options.ports ?? { http: await freePort(), smtp: await freePort() }
  const child = spawn(process.execPath, [...(options.nodeFlags ?? []), cli, 'serve', '--no-build'], {
    cwd: root,
    env: { ...environment(options), PORT: String(ports.http), SMTP_IN_PORT: String(ports.smtp) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = child.pid
  if (pid === undefined) throw new Error('the product did not start')
  await readyLine(child)
  const ended = once(child, 'exit')
  return {
    pid,
    url: `http://127.0.0.1:${ports.http}`,
    ports,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
    async kill() {
      const family = familyOf(pid)
      killFamily(pid)
      await ended
      // The next start must not find a backend of the last one alive.
      while (family.some((member) => familyOf(member.pid).length > 0))
        await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

async function readyLine(child: ChildProcess): Promise<void> {
  let seen = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding('utf8')
    child.stdout?.on('data', (text: string) => {
      seen += text
      if (/is ready at/.test(seen)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`the product ended with ${code} before it was ready:\n${seen}`)))
  })
}
