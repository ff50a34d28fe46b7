import { no, yes } from '../../../platform/access/ability.ts'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { FileGuard } from '../../../platform/files/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { acceptedAlready, escalationNotFound, escalationOver, notReceiving, notTheSender } from './errors.ts'
import { targetWords } from './present-escalation.ts'
import { type EscalationRow, escalationById } from './queries.ts'

/** What can be done with a hand-off under way. */
export type Doing = 'accept' | 'return' | 'withdraw'

/**
 * The only way to hold an escalation with its ticket, both locked: the ticket first, as everybody who changes it does.
 * Throws what `ticketFor` throws, `escalation.not_found`, or why it cannot be done.
 */
export async function escalationFor(reader: Reader, actor: Actor, number: number, id: number, doing: Doing) {
  const ticket = await ticketFor(reader, actor, number, 'note', { lock: true })
  const escalation = await escalationById(reader, number, id)
  if (escalation?.kind !== 'functional') throw escalationNotFound({ id })
  const problem = refusal(actor, escalation, doing)
  if (problem) throw problem
  return { ticket, escalation }
}

/** Pure: why this cannot be done by the actor now; undefined when it can. */
function refusal(actor: Actor, escalation: EscalationRow, doing: Doing): Problem | undefined {
  if (escalation.endedAt !== null) return escalationOver()
  if (doing !== 'return' && escalation.acceptedAt !== null)
    return acceptedAlready({ by: escalation.acceptedByName ?? '' })
  if (can(actor, 'escalation.override')) return undefined
  if (doing === 'withdraw') return actor.id !== null && escalation.startedBy === actor.id ? undefined : notTheSender()
  // A supplier has nobody here: whoever works on the ticket speaks for them.
  const receiving = escalation.toTeamId === null || (actor.teamIds ?? []).includes(escalation.toTeamId)
  return receiving ? undefined : notReceiving({ team: targetWords(escalation) })
}

export function abilityTo(actor: Actor, escalation: EscalationRow | undefined, doing: Doing) {
  if (!escalation) return no('escalation.nothing_open', 'Nothing was handed up.')
  const problem = refusal(actor, escalation, doing)
  return problem ? no(problem.code, problem.detail) : yes
}

/** A file of a hand-off is read by those who read the notes of its ticket. */
export const mayReadEvidence: FileGuard = async (reader, actor, fileId) => {
  const places = await reader
    .selectFrom('escalation.evidenceFile as f')
    .innerJoin('escalation.escalation as e', 'e.id', 'f.escalationId')
    .select('e.ticketNumber')
    .distinct()
    .where('f.fileId', '=', fileId)
    .limit(20)
    .execute()
  for (const { ticketNumber } of places) {
    const allowed = await ticketFor(reader, actor, ticketNumber, 'note').then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem) return false
        throw error
      },
    )
    if (allowed) return true
  }
  return false
}
