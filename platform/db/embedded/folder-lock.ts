import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderInUse } from './errors.ts'
import { lifeOf } from './process-identity.ts'

export interface LockHolder {
  pid: number
  life: string
  command: string
}

const lockName = 'deskhand.lock'

/**
 * Makes this process the only one that runs PostgreSQL on a data folder. Returns the release. The lock of a process that
 * died without releasing is taken over.
 */
export function lockFolder(dataDir: string, command: string): () => void {
  const lock = join(dataDir, lockName)
  const mine = `${lock}.${process.pid}`
  const life = lifeOf(process.pid) ?? 'unknown'
  const text = JSON.stringify({ pid: process.pid, life, command } satisfies LockHolder)
  writeFileSync(mine, text, { mode: 0o600 })
  try {
    while (!linked(mine, lock)) {
      const holder = readHolder(lock)
      if (holder && isHeld(holder)) throw folderInUse({ dataDir, holder })
      removeStale(lock, holder, dataDir)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (readText(lock) === text) rmSync(lock, { force: true })
  }
}

/** The living process that holds the folder, or null. */
export function holderOf(dataDir: string): LockHolder | null {
  const holder = readHolder(join(dataDir, lockName))
  return holder && isHeld(holder) ? holder : null
}

const isHeld = (holder: LockHolder) => lifeOf(holder.pid) === holder.life

/** link(2) is atomic and carries the whole content, so a lock is never seen half written. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Two processes may find the same stale lock; the slower one must not remove the lock that the faster one has just
 * taken. So it is first moved aside, and put back if it turns out to be another.
 */
function removeStale(lock: string, stale: LockHolder | null, dataDir: string): void {
  const aside = `${lock}.stale.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  try {
    if (moved && isHeld(moved) && moved.pid !== stale?.pid) {
      linked(aside, lock)
      throw folderInUse({ dataDir, holder: moved })
    }
  } finally {
    rmSync(aside, { force: true })
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function readHolder(lock: string): LockHolder | null {
  try {
    const holder = JSON.parse(readText(lock) ?? '') as Partial<LockHolder>
    if (typeof holder.pid !== 'number' || typeof holder.life !== 'string') return null
    return { pid: holder.pid, life: holder.life, command: holder.command ?? 'deskhand' }
  } catch {
    return null
  }
}
