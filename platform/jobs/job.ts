import type { Static, TSchema } from 'typebox'
import type { Cx } from '../cx.ts'

/** A unit of work done later, named as the sentence it is. Thin, idempotent, ids only in its payload. */
export interface Job<S extends TSchema = TSchema> {
  name: string
  payload: S
  run: (cx: Cx, payload: Static<S>) => Promise<void>
}

export function job<S extends TSchema>(name: string, payload: S, run: Job<S>['run']): Job<S> {
  return { name, payload, run }
}

/** A job that runs by the clock; `pattern` is a crontab line's five fields, in UTC. */
export interface Cron {
  name: string
  pattern: string
  run: (cx: Cx) => Promise<void>
}

export function cron(name: string, pattern: string, run: Cron['run']): Cron {
  return { name, pattern, run }
}
