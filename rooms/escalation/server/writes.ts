import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { lowerFlag } from '../../ticket/server/index.ts'
import { escalationEnded } from '../contract/facts.ts'
import type { Ending, HandOff } from '../contract/shapes.ts'

/** The work list of tickets that were handed up and that nobody has accepted yet. */
export const escalatedFlag = 'escalated'

interface NewEscalation {
  ticketNumber: number
  fromTier: number | null
  toTier: number
  fromTeamId: number | null
  fromAssigneeId: number | null
  toTeamId: number | null
  supplier: string | null
  contactId: number | null
  handOff: HandOff | undefined
  reason: string | null
}

export async function insertEscalation(tx: Tx, { handOff, ...escalation }: NewEscalation): Promise<number> {
  const { id } = await tx
    .insertInto('escalation.escalation')
    .values({
      ...escalation,
      kind: 'functional',
      problem: handOff?.problem.trim() ?? null,
      attempts: sql`${JSON.stringify(handOff?.attempts ?? [])}::jsonb`,
      evidence: handOff?.evidence?.trim() ?? '',
      affected: handOff?.affected.trim() ?? '',
      suspicion: handOff?.suspicion.trim() ?? '',
      startedAt: tx.now,
      startedBy: tx.actor.id,
      startedByName: tx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const files = [...new Set(handOff?.files ?? [])]
  if (files.length > 0) {
    await tx
      .insertInto('escalation.evidenceFile')
      .values(files.map((fileId, position) => ({ escalationId: id, fileId, position })))
      .execute()
  }
  return id
}

/** Ends a hand-off of a locked ticket, and tells it unless another fact says so better. */
export async function endEscalation(
  tx: Tx,
  escalation: { id: number; ticketNumber: number },
  how: Ending,
  reason: string | null = null,
): Promise<void> {
  await tx
    .updateTable('escalation.escalation')
    .set({ endedAt: tx.now, endedHow: how, endedReason: reason, endedByName: tx.actor.name })
    .where('id', '=', escalation.id)
    .where('endedAt', 'is', null)
    .execute()
  await lowerFlag(tx, escalation.ticketNumber, escalatedFlag)
  if (how !== 'returned') await tell(tx, escalationEnded, escalation.ticketNumber, { escalationId: escalation.id, how })
}
