import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personChanged } from '../contract/facts.ts'
import type { Person, PersonChange } from '../contract/http-persons.ts'
import {
  existingOrganisation,
  grantableRole,
  keepAnAdministrator,
  lockAdministration,
  personFor,
  refuseStale,
} from './access.ts'
import { unknownTimeZone } from './errors.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween, isTimeZone } from './rules.ts'
import { viewPerson } from './view-person.ts'
import { updatePerson } from './writes.ts'

export async function changePerson(
  cx: Cx,
  id: number,
  change: PersonChange,
  ifMatch: string | undefined,
): Promise<Person> {
  if (change.timeZone && !isTimeZone(change.timeZone))
    throw unknownTimeZone({ name: change.timeZone }, { field: 'body.timeZone' })
  return cx.tx(async (tx) => {
    if (change.roleId !== undefined) await lockAdministration(tx)
    const person = await personFor(tx, cx.actor, id, 'change')
    await refuseStale(ifMatch, person.version, () => viewPerson(tx, cx.actor, id))
    const changes = changesBetween(person, change)
    if (Object.keys(changes).length > 0) {
      if (changes.roleId) {
        await personFor(tx, cx.actor, id, 'changeRole')
        await grantableRole(tx, cx.actor, change.roleId ?? 0)
      }
      if (changes.organisationId && change.organisationId) await existingOrganisation(tx, change.organisationId)
      await updatePerson(tx, id, change)
      if (changes.roleId) await keepAnAdministrator(tx)
      await tell(tx, personChanged, id, { changes })
      forgetActors(tx)
    }
    return viewPerson(tx, cx.actor, id)
  })
}
