import {
  Logger,
  makeWorkerUtils,
  type ParsedCronItem,
  parseCronItems,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker'
import type pg from 'pg'
import { Value } from 'typebox/value'
import { type Ground, makeCx, systemActor } from '../cx.ts'
import type { Log } from '../log/index.ts'
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
  const runner = await run({
    pgPool: pool,
    taskList: taskListOf(ground, work),
    parsedCronItems: cronItemsOf(work.crons),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: loggerOn(ground.log),
  })
  return { stop: () => runner.stop() }
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
