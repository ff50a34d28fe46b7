import { sql } from 'kysely'
import type { Static, TObject } from 'typebox'
import type { Tx } from '../db/index.ts'
import type { FactDefinition } from './contract.ts'

/** A fact as it was told: who, when, about what. */
export interface ToldFact<Data = Record<string, unknown>> {
  id: number
  name: string
  subjectKind: string
  subjectId: number
  at: Date
  actorKind: string
  actorId: number | null
  actorName: string
  data: Data
  /** What came with it for inline hearers only, e.g. the words of a first message; it is not kept in the fact. */
  enclosed?: unknown
}

/**
 * Writes a fact in the transaction of the change it speaks of, runs its inline hearers in the same transaction and adds
 * one job per later hearer.
 */
export async function tell<S extends TObject>(
  tx: Tx,
  definition: FactDefinition<S>,
  subjectId: number,
  data: Static<S>,
  enclosed?: unknown,
): Promise<ToldFact<Static<S>>> {
  const row = {
    name: definition.name,
    subjectKind: definition.subject,
    subjectId,
    at: tx.now,
    actorKind: tx.actor.kind,
    actorId: tx.actor.id,
    actorName: tx.actor.name,
  }
  const { id } = await tx
    .insertInto('platform.fact')
    .values({ ...row, data: sql`${JSON.stringify(data)}::jsonb` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const told = { ...row, id, data }
  tx.live.push(told as ToldFact)
  await tx.hearers.tell(tx, { ...told, enclosed } as ToldFact)
  return told
}
