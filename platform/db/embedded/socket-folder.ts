import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, mayEnter } from './account.ts'
import { folderUnusable } from './errors.ts'

/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const longestSocketPath = 100
const socketName = '.s.PGSQL.5432'

/** Where the server's socket is: in the cluster, or, its path being too long for a socket, in a private temporary folder. */
export function socketFolderOf(clusterDir: string, account: Account | null): string {
  if (Buffer.byteLength(join(clusterDir, socketName)) <= longestSocketPath) return clusterDir
  const hash = createHash('sha256').update(clusterDir).digest('hex').slice(0, 16)
  const name = `deskhand-${account?.uid ?? process.getuid?.()}-${hash}`
  const inTmp = join(tmpdir(), name)
  const fits = Buffer.byteLength(join(inTmp, socketName)) <= longestSocketPath
  return fits && mayEnter(tmpdir(), account) ? inTmp : join('/tmp', name)
}

/** Anybody may write into the temporary folder: a folder there counts only if the right account made it for itself alone. */
export function makeSocketFolder(folder: string, clusterDir: string, account: Account | null): void {
  if (folder === clusterDir) return
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stat = lstatSync(folder)
  const owner = account?.uid ?? process.getuid?.()
  if (stat.isDirectory() && stat.uid === owner && (stat.mode & 0o077) === 0) return
  throw folderUnusable({
    dataDir: clusterDir,
    reason: `its socket folder ${folder} belongs to somebody else; remove it`,
  })
}

export const socketPath = (folder: string) => join(folder, socketName)
