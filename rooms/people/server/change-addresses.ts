import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addressAdded, addressMadePrimary, addressRemoved } from '../contract/facts.ts'
import type { Person } from '../contract/http-persons.ts'
import { personFor } from './access.ts'
import { addressIsPrimary, addressNotFound } from './errors.ts'
import { forgetActors } from './resolve-actor.ts'
import { viewPerson } from './view-person.ts'
import { insertOwnAddress, updatePerson } from './writes.ts'

export async function addAddress(cx: Cx, id: number, input: { email: string; primary?: boolean }): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const email = input.email.trim()
    const before = await primaryOf(tx, id)
    const isPrimary = input.primary === true || before === null
    if (isPrimary) await unmarkPrimary(tx, id)
    await insertOwnAddress(tx, { personId: id, email, isPrimary, verified: false })
    await updatePerson(tx, id, {})
    await tell(tx, addressAdded, id, { email, primary: isPrimary })
    forgetActors(tx)
    return viewPerson(tx, cx.actor, id)
  })
}

export async function makeAddressPrimary(cx: Cx, id: number, addressId: number): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const address = await addressOf(tx, id, addressId)
    if (!address.isPrimary) {
      const before = await primaryOf(tx, id)
      await unmarkPrimary(tx, id)
      await tx.updateTable('people.personAddress').set({ isPrimary: true }).where('id', '=', addressId).execute()
      await updatePerson(tx, id, {})
      await tell(tx, addressMadePrimary, id, { email: address.email, before })
      forgetActors(tx)
    }
    return viewPerson(tx, cx.actor, id)
  })
}

export async function removeAddress(cx: Cx, id: number, addressId: number): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const address = await addressOf(tx, id, addressId)
    if (address.isPrimary) throw addressIsPrimary()
    await tx.deleteFrom('people.personAddress').where('id', '=', addressId).execute()
    // A link that was sent there must not let in whoever has the address next.
    await tx.deleteFrom('people.mailedToken').where('email', '=', address.email).execute()
    await updatePerson(tx, id, {})
    await tell(tx, addressRemoved, id, { email: address.email })
    return viewPerson(tx, cx.actor, id)
  })
}

async function addressOf(tx: Tx, personId: number, id: number) {
  const address = await tx
    .selectFrom('people.personAddress')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!address) throw addressNotFound()
  return address
}

async function primaryOf(tx: Tx, personId: number): Promise<string | null> {
  const address = await tx
    .selectFrom('people.personAddress')
    .select('email')
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .executeTakeFirst()
  return address?.email ?? null
}

async function unmarkPrimary(tx: Tx, personId: number): Promise<void> {
  await tx
    .updateTable('people.personAddress')
    .set({ isPrimary: false })
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .execute()
}
