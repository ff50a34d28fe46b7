import type { Tx } from '../../../platform/db/index.ts'

/** Lets the bell of somebody look again once this is committed. It is no fact: nobody asks later whether it rang. */
export function nudge(tx: Tx, personId: number): void {
  tx.live.push({
    id: 0,
    name: 'notices.changed',
    subjectKind: 'notices',
    subjectId: personId,
    at: tx.now,
    actorKind: tx.actor.kind,
    actorId: tx.actor.id,
    actorName: tx.actor.name,
    data: {},
  })
}
