import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folderInUse } from './errors.ts'
import { lifeOf } from './process-identity.ts'
import { socketPath } from './socket-folder.ts'

const fileOf = (clusterDir: string) => join(clusterDir, 'postmaster.pid')

/** PostgreSQL's own lock file: line 1 is the process id, line 8 how far it has come (miscadmin.h, LOCK_FILE_LINE_*). */
export function readPostmaster(clusterDir: string): { pid: number; ready: boolean } | null {
  try {
    const lines = readFileSync(fileOf(clusterDir), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * After a `kill -9` of Deskhand its PostgreSQL may still run (or be on its way down), or have left a postmaster.pid whose
 * number another program has by now. Afterwards nothing is in the way of a new server.
 */
export async function stopOrphan(dataDir: string, clusterDir: string, socketDir: string): Promise<'stopped' | 'none'> {
  const left = readPostmaster(clusterDir)
  const runs = () => left !== null && lifeOf(left.pid) !== null && isServerOf(left.pid, clusterDir)
  const orphan = runs()
  if (left && orphan) await stopServer(left.pid)
  // In a shared volume the server may belong to another container, whose processes cannot be seen from here.
  else if (await answers(socketPath(socketDir))) throw folderInUse({ dataDir, holder: null })
  // PostgreSQL recovers from lock files whose process is gone, but gives up when the number is taken, if only by a zombie;
  // one killed while we looked is such a zombie until somebody buries it.
  if (left && signal(left.pid, 0) && !runs()) {
    rmSync(fileOf(clusterDir), { force: true })
    rmSync(`${socketPath(socketDir)}.lock`, { force: true })
  }
  return orphan ? 'stopped' : 'none'
}

/** Fast shutdown (ends sessions, writes a checkpoint); when that takes too long, one that recovers at the next start. */
export async function stopServer(pid: number, patienceMs = 30_000): Promise<void> {
  const life = lifeOf(pid)
  if (life === null) return
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!signal(pid, name)) return
    for (let waited = 0; waited < patienceMs; waited += 10) {
      if (lifeOf(pid) !== life) return
      await sleep(10)
    }
  }
}

/** Every process of PostgreSQL has its data folder as working directory. */
function isServerOf(pid: number, clusterDir: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir)
  } catch {
    // Without /proc (macOS) the number and PostgreSQL's own file must do.
    return process.platform !== 'linux'
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path)
    const done = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })
}
