import { EventEmitter } from 'node:events'
import {
  Logger,
  makeWorkerUtils,
  type ParsedCronItem,
  parseCronItems,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type pg from 'pg'
import { Value } from 'typebox/value'
import { type Ground, makeCx, systemActor } from '../cx.ts'
import type { Log } from '../log/index.ts'
import { keepPresence } from './dead-workers.ts'
import type { Cron, Job } from './job.ts'

export interface JobRunner {
  /** Waits for running jobs, up to the worker's own grace period, then gives the rest back to the queue. */
  stop(): Promise<void>
}

export interface Work {
  jobs: readonly Job[]
  crons: readonly Cron[]
}

/** Creates or upgrades the queue's own schema (`graphile_worker`). */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  await utils.release()
}

export async function startJobs(ground: Ground, pool: pg.Pool, work: Work, concurrency: number): Promise<JobRunner> {
  const presence = await keepPresence(pool, ground.log)
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => presence.announce(workerPool.id))
  const runner = await run({
    pgPool: pool,
    taskList: taskListOf(ground, work),
    parsedCronItems: cronItemsOf(work.crons),
    noHandleSignals: true,
    logger: loggerOn(ground.log),
    events,
    preset: {
      worker: {
        concurrentJobs: concurrency,
        pollInterval: 2000,
        // Takes and finishes jobs by the handful: under a burst of mail that is a third of all statements.
        localQueue: { size: concurrency * 4 },
        completeJobBatchDelay: 5,
      },
    },
  })
  return {
    async stop() {
      await runner.stop()
      await presence.stop()
    },
  }
}

/** Runs every job that is due, and those they add, then returns; tests await effects with it. */
export async function drainJobs(ground: Ground, pool: pg.Pool, work: Work): Promise<void> {
  await runOnce({
    pgPool: pool,
    taskList: taskListOf(ground, work),
    concurrency: 1,
    noHandleSignals: true,
    logger: loggerOn(ground.log),
  })
}

function taskListOf(ground: Ground, work: Work): TaskList {
  const tasks: TaskList = {}
  for (const job of work.jobs) {
    if (tasks[job.name]) throw new Error(`Two jobs are called "${job.name}"`)
    tasks[job.name] = (payload) => job.run(makeCx(ground, systemActor), Value.Parse(job.payload, payload))
  }
  for (const cron of work.crons) tasks[cron.name] = () => cron.run(makeCx(ground, systemActor))
  return tasks
}

function cronItemsOf(crons: readonly Cron[]): ParsedCronItem[] {
  return parseCronItems(
    crons.map((cron) => ({
      task: cron.name,
      match: cron.pattern,
      identifier: cron.name,
      options: { backfillPeriod: 0 },
    })),
  )
}

function loggerOn(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    // The queue announces each job at info; that is debug for us. Its payloads hold ids only, but stay out all the same.
    if (level === 'error') log.error({ error: meta?.error }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}
