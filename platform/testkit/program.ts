import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'

/** Where a program of the system is; undefined on a machine without it. */
export function findProgram(name: string): string | undefined {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin']) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {}
  }
  return undefined
}

/**
 * Whether tests against a program of the system may be left out here: on a machine that lacks it, but never where
 * REQUIRE_SERVICES=1 says that all of them must run.
 */
export function isMissing(name: string): boolean {
  return findProgram(name) === undefined && process.env.REQUIRE_SERVICES !== '1'
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A server of the system in the foreground; ended by its own process id. */
export interface Program {
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts it and waits until somebody answers at the port. Throws with what it wrote when it ends before that. */
export async function startProgram(
  path: string,
  args: readonly string[],
  options: { port: number; log: string; env?: NodeJS.ProcessEnv },
): Promise<Program> {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } })
  let said = ''
  let ended = false
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const over = new Promise<void>((resolve) => {
    const end = () => {
      ended = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  const stop = async () => {
    const below = ended || child.pid === undefined ? [] : descendantsOf(child.pid)
    if (!ended) child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await over
    clearTimeout(patience)
    // Sessions of clients outlive their master.
    for (const pid of below) kill(pid)
  }
  const deadline = Date.now() + 30_000
  while (!(await answers(options.port))) {
    if (ended || Date.now() > deadline) {
      await stop()
      throw new Error(`${path} did not start:\n${said}\n${readLog(options.log)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { process: child, stop }
}

/** Processes below another one; none where there is no /proc. */
function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      try {
        // Its name may hold spaces and brackets; the parent is the second field after it.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
      } catch {}
    }
  } catch {}
  const found: number[] = []
  const below = (one: number) => {
    for (const [child, parent] of parents) {
      if (parent !== one) continue
      found.push(child)
      below(child)
    }
  }
  below(pid)
  return found
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(-4000)
  } catch {
    return ''
  }
}

/** Whether the server greets there; merely taking the connection may be its master, long before it can serve. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('end', () => end(false))
    socket.setTimeout(5000, () => end(false))
  })
}
