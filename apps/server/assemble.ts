import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Actor } from '../../platform/access/actor.ts'
import type { Permission } from '../../platform/access/permission.ts'
import type { Alarm } from '../../platform/alarms/index.ts'
import type { Clock } from '../../platform/clock/index.ts'
import { anonymousActor, type Cx, type Ground } from '../../platform/cx.ts'
import { type Db, openDb } from '../../platform/db/index.ts'
import { hearAFact } from '../../platform/facts/hear-job.ts'
import { gatherHearers, type Hearers } from '../../platform/facts/hearers.ts'
import type { Route } from '../../platform/http/on.ts'
import { buildHttp } from '../../platform/http/server.ts'
import type { Cron, Job } from '../../platform/jobs/job.ts'
import type { PublishLive } from '../../platform/live/publish.ts'
import type { Log } from '../../platform/log/index.ts'
import type { Room } from '../../platform/room.ts'
import { routesOf } from './routes.ts'

/** All that the rooms bring, gathered. */
export interface Assembly {
  ground: Ground
  db: Db
  hearers: Hearers
  routes: Route[]
  jobs: Job[]
  crons: Cron[]
  alarms: Alarm[]
  permissions: Permission[]
  rooms: readonly Room[]
}

export interface Parts {
  pool: pg.Pool
  clock: Clock
  log: Log
  publishLive: PublishLive
}

/** Wires rooms to the platform; nothing listens and nothing runs yet. */
export function assemble(rooms: readonly Room[], parts: Parts): Assembly {
  const db = openDb(parts.pool)
  const hearers = gatherHearers(rooms.flatMap((room) => room.hearers ?? []))
  const ground: Ground = { db, clock: parts.clock, log: parts.log, listeners: hearers, publishLive: parts.publishLive }
  const assembly: Assembly = {
    ground,
    db,
    hearers,
    routes: routesOf(rooms, () => ({ assembly, pool: parts.pool })),
    jobs: [hearAFact(hearers.all), ...rooms.flatMap((room) => room.jobs ?? [])],
    crons: rooms.flatMap((room) => room.crons ?? []),
    alarms: rooms.flatMap((room) => room.alarms ?? []),
    permissions: rooms.flatMap((room) => room.permissions ?? []),
    rooms,
  }
  return assembly
}

export interface WebOptions {
  https: boolean
  uploadLimit: number
  trustProxy: string | boolean
}

export function buildWeb(assembly: Assembly, options: WebOptions): Promise<FastifyInstance> {
  return buildHttp({ ground: assembly.ground, routes: assembly.routes, resolveActor: resolverOf(assembly), ...options })
}

/** Who sent a request, as the room that knows people tells. */
export function resolverOf(assembly: Assembly): (cx: Cx, request: FastifyRequest) => Promise<Actor> {
  return assembly.rooms.find((room) => room.resolveActor)?.resolveActor ?? (async () => anonymousActor)
}
