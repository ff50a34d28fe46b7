import { sql } from 'kysely'
import type { Static, TObject } from 'typebox'
import type { Tx } from '../db/index.ts'
import type { FactDefinition } from './contract.ts'
import type { ToldFact } from './told-fact.ts'

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
  await tx.listeners.tell(tx, { ...told, enclosed } as ToldFact)
  return told
}
