import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { canSend } from '../../../platform/mail/index.ts'
import { deskChanged } from '../contract/facts.ts'
import type { Desk, DeskChange } from '../contract/http-desk.ts'
import { hasAdministrator, lockAdministration, refuseStale } from './access.ts'
import { unknownTimeZone } from './errors.ts'
import { deskSettings } from './queries.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween, isTimeZone } from './rules.ts'

export async function viewDesk(reader: Reader): Promise<Desk> {
  const { organisationName, defaultLanguage, defaultTimeZone, openSignUp, version } = await deskSettings(reader)
  const setUpNeeded = !(await hasAdministrator(reader))
  const mailGoesOut = await canSend(reader)
  return { organisationName, defaultLanguage, defaultTimeZone, openSignUp, setUpNeeded, mailGoesOut, version }
}

export async function changeDesk(cx: Cx, change: DeskChange, ifMatch: string | undefined): Promise<Desk> {
  if (change.defaultTimeZone && !isTimeZone(change.defaultTimeZone))
    throw unknownTimeZone({ name: change.defaultTimeZone }, { field: 'body.defaultTimeZone' })
  return cx.tx(async (tx) => {
    await lockAdministration(tx)
    const before = await viewDesk(tx)
    await refuseStale(ifMatch, before.version, async () => before)
    const changes = changesBetween(before, change)
    if (Object.keys(changes).length === 0) return before
    await tx
      .updateTable('people.desk')
      .set({ ...change, updatedAt: tx.now, version: sql`version + 1` })
      .execute()
    await tell(tx, deskChanged, 1, { changes })
    forgetActors(tx)
    return viewDesk(tx)
  })
}
