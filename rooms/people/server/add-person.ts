import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personAdded } from '../contract/facts.ts'
import type { NewPerson, Person } from '../contract/http-persons.ts'
import { existingOrganisation, grantableRole } from './access.ts'
import { unknownTimeZone } from './errors.ts'
import { isTimeZone } from './rules.ts'
import { viewPerson } from './view-person.ts'
import { builtInRoleId, insertOwnAddress, insertPerson } from './writes.ts'

export async function addPerson(cx: Cx, input: NewPerson): Promise<Person> {
  const { email, phone, ...fields } = input
  if (fields.timeZone && !isTimeZone(fields.timeZone))
    throw unknownTimeZone({ name: fields.timeZone }, { field: 'body.timeZone' })
  return cx.tx(async (tx) => {
    const roleId = fields.roleId ?? (await builtInRoleId(tx, 'requester'))
    const organisationId = fields.organisationId ?? null
    await grantableRole(tx, cx.actor, roleId)
    if (organisationId !== null) await existingOrganisation(tx, organisationId)
    const id = await insertPerson(tx, { ...fields, name: fields.name.trim(), roleId })
    if (email) await insertOwnAddress(tx, { personId: id, email: email.trim(), isPrimary: true, verified: false })
    if (phone) await tx.insertInto('people.personPhone').values({ personId: id, number: phone }).execute()
    await tell(tx, personAdded, id, { name: fields.name, email: email ?? null, organisationId, roleId })
    return viewPerson(tx, cx.actor, id)
  })
}
