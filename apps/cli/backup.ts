import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import { backUpCluster, copyTree } from '../../platform/db/embedded/back-up-cluster.ts'
import { startEmbeddedPostgres } from '../../platform/db/embedded/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import { openLog } from '../../platform/log/index.ts'

export const help = `Usage: deskhand backup --to FOLDER

Copies the database and the files into a new folder, while the desk runs or while it does not. To restore, stop the
desk and use the folder (or a copy of it) as DATA_DIR. With DATABASE_URL, back up with PostgreSQL's own means instead;
docs/OPERATIONS.md says how.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } })
  if (!values.to) throw new Problem('cli.to_missing', 400, '--to is missing. See --help.')
  const { databaseUrl, dataDir } = readSettings(processSettings, process.env)
  if (databaseUrl) {
    const words = 'The database is at DATABASE_URL: back it up with pg_dump, and copy DATA_DIR (docs/OPERATIONS.md).'
    throw new Problem('cli.not_embedded', 400, words)
  }
  const target = resolve(values.to)
  if (existsSync(target))
    throw new Problem('cli.exists', 400, `${target} is there already; a backup makes a new folder.`)
  const started = performance.now()
  await backUp(resolve(dataDir), target)
  console.log(`Backed up to ${target} in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  return 0
}

/** The files come after the database: they are durable before a row speaks of them, so none that is spoken of is missing. */
async function backUp(dataDir: string, target: string): Promise<void> {
  const log = openLog('warn')
  const server = await startEmbeddedPostgres({ dataDir, log, command: 'deskhand backup', share: true })
  const unfinished = `${target}.unfinished`
  try {
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    await backUpCluster(server, join(dataDir, 'postgres'), join(unfinished, 'postgres'))
    const files = join(dataDir, 'files')
    if (existsSync(files)) await copyTree(files, join(unfinished, 'files'), { skip: (name) => name === 'incoming' })
    await rename(unfinished, target)
  } finally {
    await server.stop()
  }
}
