import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { phoneAdded, phoneRemoved } from '../contract/facts.ts'
import type { Person, PhoneLabel } from '../contract/http-persons.ts'
import { personFor } from './access.ts'
import { phoneNotFound } from './errors.ts'
import { viewPerson } from './view-person.ts'
import { updatePerson } from './writes.ts'

export async function addPhone(cx: Cx, id: number, input: { number: string; label?: PhoneLabel }): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const phone = { number: input.number.trim(), label: input.label ?? 'work' }
    await tx
      .insertInto('people.personPhone')
      .values({ personId: id, ...phone })
      .execute()
    await updatePerson(tx, id, {})
    await tell(tx, phoneAdded, id, phone)
    return viewPerson(tx, cx.actor, id)
  })
}

export async function removePhone(cx: Cx, id: number, phoneId: number): Promise<Person> {
  return cx.tx(async (tx) => {
    await personFor(tx, cx.actor, id, 'change')
    const removed = await tx
      .deleteFrom('people.personPhone')
      .where('id', '=', phoneId)
      .where('personId', '=', id)
      .returning('number')
      .executeTakeFirst()
    if (!removed) throw phoneNotFound()
    await updatePerson(tx, id, {})
    await tell(tx, phoneRemoved, id, removed)
    return viewPerson(tx, cx.actor, id)
  })
}
