import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { startAlarms } from '../../platform/alarms/start-alarms.ts'
import { systemClock } from '../../platform/clock/index.ts'
import { setListeningUrl } from '../../platform/config/public-url.ts'
import { anonymousActor, makeCx } from '../../platform/cx.ts'
import { type Notices, openNotices } from '../../platform/db/notices.ts'
import { setBlobStore } from '../../platform/files/index.ts'
import { openDiskStore } from '../../platform/files/store.ts'
import { type JobRunner, startJobs } from '../../platform/jobs/runner.ts'
import { type LiveBus, liveChannel, openLiveBus } from '../../platform/live/bus.ts'
import { presenceChannelName } from '../../platform/live/presence.ts'
import { addLiveRoute } from '../../platform/live/route.ts'
import { type LiveSockets, openLiveSockets } from '../../platform/live/sockets.ts'
import { type Log, openLog } from '../../platform/log/index.ts'
import { memoryChannel } from '../../platform/memory/index.ts'
import type { Running } from '../../platform/room.ts'
import { watchSettings } from '../../platform/settings/index.ts'
import { type Assembly, assemble, buildWeb, resolverOf } from './assemble.ts'
import { rooms } from './compose.ts'
import { type Database, openDatabase, prepareDatabase } from './database.ts'
import { listen } from './listen.ts'
import { readAllSettings } from './read-settings.ts'
import type { WebBuild } from './web-build.ts'
import { serveWeb } from './web-files.ts'

export type Role = 'web' | 'jobs' | 'all'

export interface ServerOptions {
  /** `web` listens (HTTP and the rooms' doors), `jobs` works the queue, `all` does both. */
  role: Role
  /** The pages that are being built; without, what was built before is served. */
  pages: WebBuild | undefined
}

export interface RunningServer {
  assembly: Assembly
  database: Database
  /** Where it listens; undefined for the role `jobs`. */
  url: string | undefined
  /** Ends what was begun, then closes everything. */
  stop(): Promise<void>
}

/** Starts one Deskhand process and returns when it can be used. Throws a Problem in one line when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const settings = readAllSettings(rooms)
  const log = openLog(settings.logLevel)
  const parts: Parts = { doors: [] }
  try {
    parts.database = await openServerDatabase(options.role, settings, log)
    await prepareDatabase(parts.database)
    setBlobStore(openDiskStore(join(settings.dataDir, 'files')))
    const assembly = assemble(rooms, {
      pool: parts.database.pool,
      clock: systemClock,
      log,
      publishLive: (facts) => parts.bus?.publish(facts),
    })
    parts.sockets = openLiveSockets(
      assembly.db,
      Object.assign({}, ...rooms.map((room) => room.liveGuards ?? {})),
      (said) => {
        parts.notices?.send(presenceChannelName, said).catch(() => {})
      },
    )
    const memories = memoryChannel(rooms.flatMap((room) => room.memories ?? []))
    const meeting = { name: presenceChannelName, heard: parts.sockets.heardPresence }
    const channels = [liveChannel(parts.sockets.deliver), meeting, watchSettings(assembly.db, log), memories]
    parts.notices = await openNotices(parts.database.connection, log, channels)
    parts.bus = openLiveBus(parts.notices, log)
    await options.pages?.built
    const url = options.role === 'jobs' ? undefined : await openDoors(parts, assembly, settings)
    if (options.role !== 'web') {
      parts.jobs = await startJobs(assembly.ground, parts.database.pool, assembly, settings.jobConcurrency)
      parts.alarms = startAlarms(assembly.ground, assembly.alarms)
    }
    options.pages?.compress()
    const stop = () => {
      options.pages?.giveUp()
      return stopAll(parts)
    }
    return { assembly, database: parts.database, url, stop }
  } catch (error) {
    options.pages?.giveUp()
    await stopAll(parts)
    throw error
  }
}

type ProcessSettings = ReturnType<typeof readAllSettings>

function openServerDatabase(role: Role, settings: ProcessSettings, log: Log): Promise<Database> {
  const { databaseUrl, dataDir, databasePool: poolSize } = settings
  const command = role === 'all' ? 'deskhand serve' : `deskhand serve --role ${role}`
  return openDatabase({ databaseUrl, dataDir, poolSize, log, command, share: false })
}

/** Everything that listens: the web server, and the doors of the rooms (the mail listener for one). */
async function openDoors(parts: Parts, assembly: Assembly, settings: ProcessSettings): Promise<string> {
  const { uploadLimit, trustProxy, publicUrl } = settings
  const https = publicUrl?.startsWith('https:') ?? false
  const web = await buildWeb(assembly, { https, uploadLimit, trustProxy })
  parts.web = web
  const resolveActor = resolverOf(assembly)
  const stranger = () => makeCx(assembly.ground, anonymousActor)
  if (parts.sockets) addLiveRoute(web, parts.sockets, (request) => resolveActor(stranger(), request))
  serveWeb(web)
  const url = await listen(web, settings)
  setListeningUrl(url)
  for (const room of assembly.rooms) if (room.start) parts.doors.push(await room.start(assembly.ground, process.env))
  return url
}

interface Parts {
  database?: Database
  sockets?: LiveSockets
  notices?: Notices
  bus?: LiveBus
  web?: FastifyInstance
  jobs?: JobRunner
  alarms?: Running
  doors: Running[]
}

/** No new work, and an end to the work that was begun; then what that work stands on. */
async function stopAll({ sockets, web, doors, jobs, alarms, bus, notices, database }: Parts): Promise<void> {
  sockets?.close()
  await Promise.allSettled([web && closeWeb(web), jobs?.stop(), alarms?.stop(), ...doors.map((door) => door.stop())])
  bus?.stop()
  await notices?.stop()
  await database?.close()
}

/** A connection that was busy when the server began to close stays open for reuse after its answer; nobody needs it then. */
async function closeWeb(web: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => web.server.closeIdleConnections(), 50)
  await web.close().finally(() => clearInterval(sweep))
}
