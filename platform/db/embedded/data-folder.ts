import { accessSync, constants, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clusterExists } from './create-cluster.ts'
import { folderUnusable, otherVersion } from './errors.ts'

/** The data folder by its real name (a lock taken through a symbolic link is the same lock). Makes it when missing. */
export function makeDataFolder(path: string): string {
  const folder = resolve(path)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw folderUnusable({ dataDir: folder, reason: `it cannot be made or written (${code})` }, { cause: error })
  }
}

/** Whether there is a database yet. Throws when there is one that this program must not open. */
export function checkCluster(dataDir: string, clusterDir: string, bundled: string): boolean {
  const stat = statSync(clusterDir, { throwIfNoEntry: false })
  if (!stat) return false
  const me = process.getuid?.()
  if (me !== 0 && stat.uid !== me) {
    throw folderUnusable({
      dataDir,
      reason: `${clusterDir} belongs to account ${stat.uid}; run as that account or as root`,
    })
  }
  if (!clusterExists(clusterDir)) {
    if (readdirSync(clusterDir).length === 0) return false
    throw folderUnusable({ dataDir, reason: `${clusterDir} is there but holds no database` })
  }
  const major = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim()
  if (major !== bundled.split('.')[0]) throw otherVersion({ dataDir, found: major, bundled })
  return true
}
