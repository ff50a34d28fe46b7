import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personActivated, personDeactivated } from '../contract/facts.ts'
import type { Person } from '../contract/http-persons.ts'
import { keepAnAdministrator, lockAdministration, personFor } from './access.ts'
import { endSessionsOf } from './end-session.ts'
import { forgetActors } from './resolve-actor.ts'
import { viewPerson } from './view-person.ts'
import { updatePerson } from './writes.ts'

export async function activatePerson(cx: Cx, id: number): Promise<Person> {
  return cx.tx(async (tx) => {
    const person = await personFor(tx, cx.actor, id, 'deactivate')
    if (!person.active) {
      await updatePerson(tx, id, { active: true })
      await tell(tx, personActivated, id, {})
      forgetActors(tx)
    }
    return viewPerson(tx, cx.actor, id)
  })
}

/** Their sessions end and their links stop working; what they did stays. */
export async function deactivatePerson(cx: Cx, id: number): Promise<Person> {
  return cx.tx(async (tx) => {
    await lockAdministration(tx)
    const person = await personFor(tx, cx.actor, id, 'deactivate')
    if (person.active) {
      await updatePerson(tx, id, { active: false })
      await keepAnAdministrator(tx)
      await tx.deleteFrom('people.mailedToken').where('personId', '=', id).execute()
      await endSessionsOf(tx, id, 'deactivated')
      await tell(tx, personDeactivated, id, {})
    }
    return viewPerson(tx, cx.actor, id)
  })
}
