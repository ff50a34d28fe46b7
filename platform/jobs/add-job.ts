import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import type { Tx } from '../db/index.ts'
import type { Job } from './job.ts'

export interface JobOptions {
  /** A job with the same key that has not started yet is replaced; a natural key makes twice once. */
  key?: string
  runAt?: Date
  maxAttempts?: number
  /** Lower runs earlier; 0 is the default. */
  priority?: number
}

/** Adds a job in the given transaction: it exists if and only if the change is committed. */
export async function addJob<S extends TSchema>(
  tx: Tx,
  job: Job<S>,
  payload: Static<S>,
  options: JobOptions = {},
): Promise<void> {
  await addJobs(tx, [{ name: job.name, payload, ...options }])
}

export interface JobToAdd extends JobOptions {
  name: string
  payload: unknown
}

export async function addJobs(tx: Tx, jobs: readonly JobToAdd[]): Promise<void> {
  const specs = jobs.map(
    (
      job,
    ) => sql`(${job.name}, ${JSON.stringify(job.payload)}::json, null, ${(job.runAt ?? tx.now).toISOString()}::timestamptz,
      ${job.maxAttempts ?? null}::smallint, ${job.key ?? null}, ${job.priority ?? null}::smallint, null)::graphile_worker.job_spec`,
  )
  await sql`select 1 from graphile_worker.add_jobs(array[${sql.join(specs)}])`.execute(tx)
}
