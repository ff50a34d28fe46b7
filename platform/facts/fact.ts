import type { Static, TObject } from 'typebox'
import { insertRow, type Tx } from '../db/index.ts'
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
  const { id } = await insertRow(tx, 'platform.fact', { ...row, data: JSON.stringify(data) }, ['id'])
  const told = { ...row, id, data }
  tx.live.push(told as ToldFact)
  await tx.listeners.tell(tx, { ...told, enclosed } as ToldFact)
  return told
}
