import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { serverEnvironment, visibleTo } from './create-cluster.ts'
import { didNotStart } from './errors.ts'
import { readPostmaster, stopServer } from './postmaster.ts'
import { fixedSettings, settingsFile } from './settings.ts'

export interface Launch {
  binaries: Binaries
  dataDir: string
  clusterDir: string
  socketDir: string
  account: Account | null
  /** Overrides, for tests that can do without durability. */
  settings: Record<string, string>
}

export interface Server {
  pid: number
  /** Resolves when the server has ended, for whatever reason. */
  exited: Promise<void>
  stop(): Promise<void>
}

/** Starts the server and waits until it answers, however long the recovery after a crash takes. */
export async function launch(options: Launch): Promise<Server> {
  writeSettings(options.clusterDir, options.account)
  for (let attempt = 1; ; attempt += 1) {
    const { child, logFile, said } = spawnServer(options)
    if (await becameReady(child, options.clusterDir)) {
      return serverOf(child)
    }
    // The processes of a server that was killed a moment ago may need some time to notice and let go of its memory.
    if (!/shared memory block/.test(said()) || attempt === 50) throw didNotStart({ reason: reasonIn(said()), logFile })
    await sleep(100)
  }
}

function writeSettings(clusterDir: string, account: Account | null): void {
  const write = (name: string, content: string) => {
    const file = join(clusterDir, name)
    writeFileSync(file, content, { mode: 0o600 })
    if (account) chownSync(file, account.uid, account.gid)
  }
  write('postgresql.conf', settingsFile())
  // Made once and then left alone; it is the administrator's.
  if (!existsSync(join(clusterDir, 'local.conf')))
    write('local.conf', '# PostgreSQL settings of your own; these win.\n')
}

function spawnServer(options: Launch) {
  const { account, clusterDir, socketDir } = options
  const logFile = join(options.dataDir, 'postgres.log')
  const log = openLog(logFile)
  const before = fstatSync(log).size
  const socket = socketDir === clusterDir ? visibleTo(account, clusterDir) : socketDir
  const settings = { ...fixedSettings(socket), ...options.settings }
  const child = spawn(
    options.binaries.postgres,
    [
      '-D',
      visibleTo(account, clusterDir),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      cwd: clusterDir,
      env: serverEnvironment(),
      // A file, not a pipe: the server must neither wait for a busy Node nor lose its words when Node is gone.
      stdio: ['ignore', log, log],
      // A session of its own, so that Ctrl-C ends Deskhand and Deskhand ends the server, in this order.
      detached: true,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    },
  )
  closeSync(log)
  child.unref()
  let failure = ''
  child.once('error', (error) => {
    failure = `FATAL:  ${error.message}`
  })
  endWithUs(child, account)
  return { child, logFile, said: () => readFileSync(logFile).subarray(before).toString() + failure }
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

/**
 * A `kill -9` leaves us no last word, so a shell holds the other end of a pipe: when that closes, we are gone, and it
 * asks the server for a clean shutdown. It saves memory and the recovery; correctness does not depend on it.
 */
function endWithUs(server: ChildProcess, account: Account | null): void {
  if (server.pid === undefined) return
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'deskhand-watch', String(server.pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  watcher.on('error', () => {})
  watcher.stdin?.on('error', () => {})
  watcher.unref()
  ;(watcher.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  // Its process id may be given to another program as soon as the server has ended.
  server.once('exit', () => watcher.kill('SIGKILL'))
}

async function becameReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  let over = child.pid === undefined
  child.once('exit', () => {
    over = true
  })
  child.once('error', () => {
    over = true
  })
  while (!over) {
    const found = readPostmaster(clusterDir)
    if (found?.ready && found.pid === child.pid) return true
    await sleep(5)
  }
  return false
}

function serverOf(child: ChildProcess): Server {
  const pid = child.pid as number
  const gone = child.exitCode !== null || child.signalCode !== null
  const exited = gone ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    // A running server does not keep a finished program alive, but one that waits for its end must see it.
    child.ref()
    await stopServer(pid)
    await exited
  }
  return { pid, exited, stop }
}

function reasonIn(output: string): string {
  const fatal = output.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? output.trim().split('\n').at(-1)
  return fatal?.replace(/^.*(FATAL|PANIC):\s+/, '') || 'it ended without a word'
}
