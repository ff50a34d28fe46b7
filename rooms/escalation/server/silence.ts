import type { Tx } from '../../../platform/db/index.ts'
import './tables.ts'

/** What a trigger of silence fires for: this silence, which ends with the next thing that happens. Telling leads is none. */
export const silenceOf = (since: Date) => `silent since ${since.toISOString()}`

/** A trigger of silence looks at every ticket there is; those that are silent already are due now. */
export async function watchForSilence(tx: Tx, triggerId: number, minutes: number): Promise<void> {
  await tx.insertInto('escalation.silence').values({ triggerId, minutes }).execute()
}

export async function forgetSilence(tx: Tx, triggerId: number): Promise<void> {
  await tx.deleteFrom('escalation.silence').where('triggerId', '=', triggerId).execute()
}
