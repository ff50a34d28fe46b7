import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addressBounced, addressWorks } from '../contract/facts.ts'
import type { Person } from '../contract/http-persons.ts'
import { personFor } from './access.ts'
import { addressNotFound } from './errors.ts'
import { viewPerson } from './view-person.ts'

/** Command: notes that mail to an address came back for good, and why; told once until it works again. */
export async function markAddressBounced(tx: Tx, email: string, reason: string): Promise<void> {
  const before = await tx
    .selectFrom('people.personAddress')
    .select(['id', 'personId', 'email', 'bouncedAt'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return
  await tx
    .updateTable('people.personAddress')
    .set({ bouncedAt: tx.now, bounceReason: reason.slice(0, 1000) })
    .where('id', '=', before.id)
    .execute()
  if (!before.bouncedAt) await tell(tx, addressBounced, before.personId, { email: before.email, reason })
}

/** Command: takes the note away, because a mail came in from the address. */
export async function noteAddressWorks(tx: Tx, email: string): Promise<void> {
  const cleared = await tx
    .updateTable('people.personAddress')
    .set({ bouncedAt: null, bounceReason: null })
    .where('email', '=', email)
    .where('bouncedAt', 'is not', null)
    .returning(['personId', 'email'])
    .executeTakeFirst()
  if (cleared) await tell(tx, addressWorks, cleared.personId, { email: cleared.email })
}

/** Somebody has found out that the address works after all. */
export async function clearBounce(cx: Cx, id: number, addressId: number): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const address = await tx
      .selectFrom('people.personAddress')
      .select('email')
      .where('id', '=', addressId)
      .where('personId', '=', id)
      .executeTakeFirst()
    if (!address) throw addressNotFound()
    await noteAddressWorks(tx, address.email)
    return viewPerson(tx, cx.actor, id)
  })
}
