import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personChanged } from '../contract/facts.ts'
import type { Me, MeChange } from '../contract/http-session.ts'
import { actingPersonId, refuseStale } from './access.ts'
import { unknownTimeZone } from './errors.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween, isTimeZone } from './rules.ts'
import { viewMe } from './view-me.ts'
import { updatePerson } from './writes.ts'

export async function changeMe(cx: Cx, change: MeChange, ifMatch: string | undefined): Promise<Me> {
  const id = actingPersonId(cx.actor)
  if (change.timeZone && !isTimeZone(change.timeZone))
    throw unknownTimeZone({ name: change.timeZone }, { field: 'body.timeZone' })
  return cx.tx(async (tx) => {
    const person = await tx
      .selectFrom('people.person')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await refuseStale(ifMatch, person.version, () => viewMe(tx, id))
    const changes = changesBetween(person, change)
    if (Object.keys(changes).length > 0) {
      await updatePerson(tx, id, change)
      await tell(tx, personChanged, id, { changes })
      forgetActors(tx)
    }
    return viewMe(tx, id)
  })
}
