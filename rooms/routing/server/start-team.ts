import type { Tx } from '../../../platform/db/index.ts'
import { known } from './known.ts'

/**
 * A new team gives its tickets out in turn, so that none lies there because nobody feels meant; what comes while nobody is
 * at work waits and is given out in the morning. The first open team of tier 1 is also the one for what goes nowhere else.
 * Both are rows that an administrator sees and changes.
 */
export async function startTeam(tx: Tx, teamId: number, team: { tier: number; visibility: string }): Promise<void> {
  await tx
    .insertInto('routing.team')
    .values({ teamId, method: 'round_robin', capacity: null, calendarId: null, updatedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (team.tier === 1 && team.visibility === 'everyone')
    await tx.updateTable('routing.desk').set({ firstContactId: teamId }).where('firstContactId', 'is', null).execute()
  await known.forget(tx)
}
