import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { createCluster, databaseUser } from './create-cluster.ts'
import { checkCluster, makeDataFolder } from './data-folder.ts'
import { folderInUse } from './errors.ts'
import { holderOf, lockFolder } from './folder-lock.ts'
import { launch } from './launch.ts'
import { readPostmaster, stopOrphan } from './postmaster.ts'
import { makeSocketFolder, socketFolderOf } from './socket-folder.ts'

const databaseName = 'deskhand'

export interface EmbeddedPostgres {
  /** For `new pg.Pool(…)`. */
  connection: { host: string; port: number; user: string; database: string }
  /** The same for programs that take a connection string, psql for one. */
  url: string
  /** `18.4` */
  version: string
  pid: number
  /** True when another Deskhand process runs the server and this one only uses it. */
  shared: boolean
  /** Resolves when the server has ended, wanted or not; never for a shared one. */
  exited: Promise<void>
  /** Ends all sessions, writes everything down and stops. Harmless when called twice, or on a shared server. */
  stop(): Promise<void>
}

export interface StartOptions {
  dataDir: string
  log: { info(data: object, message: string): void; warn(data: object, message: string): void }
  /** What to call this process to whoever finds the folder in use: `deskhand serve`. */
  command?: string
  /** Use the server of a Deskhand that already runs on this folder, instead of refusing. */
  share?: boolean
  /** Server settings on top; tests that can do without durability give `{ fsync: 'off' }`. */
  settings?: Record<string, string>
}

/** A real PostgreSQL in the data folder, made at the first start. Throws a Problem whose detail is one clear line. */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const dataDir = makeDataFolder(options.dataDir)
  const clusterDir = join(dataDir, 'postgres')
  const account = accountFor(clusterDir)
  const socketDir = socketFolderOf(clusterDir, account)
  const binaries = await findBinaries(dataDir, account)
  const reached = { ...addressOf(socketDir), version: binaries.version }
  if (options.share && holderOf(dataDir)) return { ...reached, ...(await shareServer(dataDir, clusterDir)) }

  const unlock = lockFolder(dataDir, options.command ?? 'deskhand')
  try {
    if (!checkCluster(dataDir, clusterDir, binaries.version)) {
      options.log.info({ dataDir }, 'creating the database')
      await createCluster(binaries, clusterDir, account)
    }
    makeSocketFolder(socketDir, clusterDir, account)
    if ((await stopOrphan(dataDir, clusterDir, socketDir)) === 'stopped') {
      options.log.warn({ dataDir }, 'stopped the database server that a killed Deskhand had left')
    }
    const settings = options.settings ?? {}
    const server = await launch({ binaries, dataDir, clusterDir, socketDir, account, settings })
    const stop = once(async () => {
      await server.stop()
      unlock()
    })
    try {
      await createDatabase(reached.connection)
    } catch (error) {
      await stop()
      throw error
    }
    return { ...reached, pid: server.pid, shared: false, exited: server.exited, stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Another process holds the folder: waits until its server, perhaps starting just now, is ready. */
async function shareServer(dataDir: string, clusterDir: string) {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const server = readPostmaster(clusterDir)
    if (server?.ready) {
      return { pid: server.pid, shared: true, exited: new Promise<void>(() => {}), stop: async () => {} }
    }
    await sleep(20)
  }
  throw folderInUse({ dataDir, holder: holderOf(dataDir) })
}

function addressOf(socketDir: string) {
  const connection = { host: socketDir, port: 5432, user: databaseUser, database: databaseName }
  const url = `postgresql://${databaseUser}@localhost/${databaseName}?host=${encodeURIComponent(socketDir)}`
  return { connection, url }
}

async function createDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
