import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { didNotStart } from './errors.ts'

export const databaseUser = 'deskhand'

/** Runs initdb into a folder beside and renames it, so that a cluster is there wholly or not at all, whenever we are killed. */
export async function createCluster(binaries: Binaries, clusterDir: string, account: Account | null): Promise<void> {
  const fresh = `${clusterDir}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (account) chownSync(fresh, account.uid, account.gid)
  const { code, output } = await run(binaries.initdb, initArguments(fresh, account), fresh, account)
  if (code !== 0) throw didNotStart({ reason: `initdb said: ${lastLine(output)}`, logFile: fresh })
  renameSync(fresh, clusterDir)
  syncFolder(dirname(clusterDir))
}

export const clusterExists = (clusterDir: string) => existsSync(join(clusterDir, 'PG_VERSION'))

function initArguments(folder: string, account: Account | null): string[] {
  return [
    '--pgdata',
    visibleTo(account, folder),
    `--username=${databaseUser}`,
    // The folder has mode 0700 and holds the socket: who can reach the socket could read the files.
    '--auth=trust',
    '--encoding=UTF8',
    // The builtin provider sorts and folds by code point, the same on every system and for ever: an index made here is
    // right after any upgrade of the C library.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    // pg_trgm still asks the C library what a letter is; under plain C it would drop every "ä".
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
  ]
}

/**
 * The name by which the server reaches its folder. Another account cannot walk a path through root's private home; but a
 * process may always reach the folder it was started in, and on Linux that folder has a name of its own.
 */
export function visibleTo(account: Account | null, folder: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/** A clean environment: PGPORT, PGOPTIONS or a locale of whoever starts us must not reach the server. */
export const serverEnvironment = () => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

function run(program: string, args: string[], cwd: string, account: Account | null) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const owner = account ? { uid: account.uid, gid: account.gid } : {}
    const child = spawn(program, args, {
      cwd,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      ...owner,
    })
    let output = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
