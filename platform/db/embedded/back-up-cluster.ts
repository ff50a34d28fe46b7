import { chmod, chown, copyFile, lstat, mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { EmbeddedPostgres } from './index.ts'

// What a server makes anew when it starts; a backup must have these folders, empty ("Making a Base Backup Using the Low
// Level API", PostgreSQL manual 25.3.4).
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
])
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|\.s\.PGSQL\..*)$/

/**
 * Copies the cluster while its server runs, so that a server started on the copy has every transaction committed before
 * this was called. Both ends of the copy are marked in the log; recovery on the copy makes it whole.
 */
export async function backUpCluster(server: EmbeddedPostgres, clusterDir: string, target: string): Promise<void> {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    // Keeps the log that recovery will need; it goes away with this session.
    await client.query("select pg_create_physical_replication_slot('deskhand_backup_' || pg_backend_pid(), true, true)")
    await client.query("select pg_backup_start('deskhand', fast => true)")
    await copyTree(clusterDir, target, { skip: (name) => leftOut.test(name), emptied })
    const stopped = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(wait_for_archive => false)',
    )
    const label = join(target, 'backup_label')
    await writeFile(label, stopped.rows[0]?.labelfile ?? '', { mode: 0o600, flush: true })
    await keepOwner(clusterDir, label)
    await copyTree(join(clusterDir, 'pg_wal'), join(target, 'pg_wal'), {
      skip: (name) => !/^[0-9A-F]{24}$|\.history$|^archive_status$|^summaries$/.test(name),
      emptied: new Set(['archive_status', 'summaries']),
    })
  } finally {
    await client.end()
  }
}

interface CopyOptions {
  skip: (name: string) => boolean
  emptied?: ReadonlySet<string>
}

/** Copies a folder durably, with modes and (for root) owners. What disappears meanwhile is left out. */
export async function copyTree(from: string, to: string, options: CopyOptions): Promise<void> {
  const stat = await lstat(from)
  await mkdir(to, { recursive: true })
  await chmod(to, stat.mode)
  await keepOwner(from, to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (options.skip(entry.name)) continue
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      const empty = options.emptied?.has(entry.name) ?? false
      await copyTree(source, target, empty ? { skip: () => true } : options)
    } else if (entry.isFile()) await copyOne(source, target)
  }
  await sync(to)
}

async function copyOne(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
  } catch (error) {
    // A table that was dropped, or a log segment recycled, after the folder was read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  await keepOwner(from, to)
  await sync(to)
}

async function keepOwner(from: string, to: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await lstat(from)
  await chown(to, uid, gid)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
