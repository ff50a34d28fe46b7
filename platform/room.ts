import type { FastifyRequest } from 'fastify'
import type { Actor } from './access/actor.ts'
import type { Permission } from './access/permission.ts'
import type { Alarm } from './alarms/alarm.ts'
import type { Settings } from './config/index.ts'
import type { Cx, Ground } from './cx.ts'
import type { FactDefinition } from './facts/contract.ts'
import type { Hearer } from './facts/hearers.ts'
import type { FileGuard } from './files/index.ts'
import type { Route } from './http/on.ts'
import type { Cron, Job } from './jobs/job.ts'
import type { LiveGuard } from './live/sockets.ts'
import type { Memory } from './memory/index.ts'
import type { DeskSettings } from './settings/declare.ts'

/** What a running process must end when it stops. */
export interface Running {
  stop(): Promise<void>
}

/** What a room brings to the program; `server/index.ts` of each room exports one. */
export interface Room {
  name: string
  routes?: readonly Route[]
  facts?: readonly FactDefinition[]
  hearers?: readonly Hearer[]
  // A job takes its own payload; here they stand side by side.
  jobs?: readonly Job[]
  crons?: readonly Cron[]
  alarms?: readonly Alarm[]
  settings?: Settings
  /** What administrators change in the screens, without a restart. */
  deskSettings?: DeskSettings
  permissions?: readonly Permission[]
  /** What each process keeps in memory until it changes. */
  memories?: readonly Memory[]
  fileGuards?: readonly FileGuard[]
  liveGuards?: Readonly<Record<string, LiveGuard>>
  /** Who sent a request; exactly one room has it. */
  resolveActor?: (cx: Cx, request: FastifyRequest) => Promise<Actor>
  /** Listeners of its own beside the web server (the SMTP door); runs where the role allows. */
  start?: (ground: Ground, env: NodeJS.ProcessEnv) => Promise<Running>
}
