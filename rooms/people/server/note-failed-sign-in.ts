import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { sessionFailed } from '../contract/facts.ts'
import { findPersonByEmail } from './queries.ts'

/** Tells of a wrong password if the address is anybody's; later, so that who waits for the answer cannot time it. */
export async function noteFailure(cx: Cx, { email, ipAddress }: { email: string; ipAddress: string }): Promise<void> {
  await cx.tx(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (person) await tell(tx, sessionFailed, person.id, { why: 'password', ipAddress })
  })
}
