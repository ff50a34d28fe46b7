import { problem } from '../../errors/index.ts'

// Each is one line that a person who has never seen PostgreSQL can act on; programs print it and exit.

export const folderInUse = problem<{ dataDir: string; holder: { pid: number; command: string } | null }>(
  'db.folder_in_use',
  500,
  ({ dataDir, holder }) => {
    const who = holder ? `process ${holder.pid} (${holder.command})` : 'a PostgreSQL that this process cannot see'
    return `The data folder ${dataDir} is in use by ${who}; stop that first, or give this process another DATA_DIR.`
  },
)

export const folderUnusable = problem<{ dataDir: string; reason: string }>(
  'db.folder_unusable',
  500,
  (p) => `The data folder ${p.dataDir} cannot be used: ${p.reason}. Setting: DATA_DIR.`,
)

export const otherVersion = problem<{ dataDir: string; found: string; bundled: string }>(
  'db.other_version',
  500,
  (p) =>
    `The data folder ${p.dataDir} was written by PostgreSQL ${p.found}, and this Deskhand brings ${p.bundled}: ` +
    'restore a backup into an empty DATA_DIR (docs/OPERATIONS.md, "Upgrade").',
)

export const notBundled = problem<{ reason: string }>(
  'db.not_bundled',
  500,
  (p) => `There is no embedded PostgreSQL here (${p.reason}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
)

export const didNotStart = problem<{ reason: string; logFile: string }>(
  'db.did_not_start',
  500,
  (p) => `The embedded PostgreSQL did not start: ${p.reason} (see ${p.logFile}).`,
)
