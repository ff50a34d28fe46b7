import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { teamAdded, teamChanged, teamDeleted } from '../contract/facts.ts'
import type { NewTeam, Team, TeamChange } from '../contract/http-teams.ts'
import { refuseStale } from './access.ts'
import { teamInUse, teamNameTaken, teamNotFound } from './errors.ts'
import { teams } from './queries.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween } from './rules.ts'
import { viewTeam } from './view-team.ts'
import { onForeignKey, onTaken } from './writes.ts'

export async function addTeam(cx: Cx, input: NewTeam): Promise<Team> {
  return cx.tx(async (tx) => {
    const { id, name, tier, visibility } = await onTaken(teamNameTaken, () =>
      tx
        .insertInto('people.team')
        .values({ ...input, createdAt: tx.now, updatedAt: tx.now })
        .returning(['id', 'name', 'tier', 'visibility'])
        .executeTakeFirstOrThrow(),
    )
    await teams.forget(tx)
    await tell(tx, teamAdded, id, { name, tier, visibility })
    forgetActors(tx)
    return viewTeam(tx, cx.actor, id)
  })
}

export async function changeTeam(cx: Cx, id: number, change: TeamChange, ifMatch: string | undefined): Promise<Team> {
  return cx.tx(async (tx) => {
    const before = await lockTeam(tx, id)
    await refuseStale(ifMatch, before.version, () => viewTeam(tx, cx.actor, id))
    const changes = changesBetween(before, change)
    if (Object.keys(changes).length > 0) {
      await onTaken(teamNameTaken, () =>
        tx
          .updateTable('people.team')
          .set({ ...change, updatedAt: tx.now, version: sql`version + 1` })
          .where('id', '=', id)
          .execute(),
      )
      await teams.forget(tx)
      await tell(tx, teamChanged, id, { changes })
      forgetActors(tx)
    }
    return viewTeam(tx, cx.actor, id)
  })
}

export async function deleteTeam(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name } = await lockTeam(tx, id)
    await onForeignKey(teamInUse, () => tx.deleteFrom('people.team').where('id', '=', id).execute())
    await teams.forget(tx)
    await tell(tx, teamDeleted, id, { name })
    forgetActors(tx)
  })
}

export async function lockTeam(tx: Tx, id: number) {
  const team = await tx.selectFrom('people.team').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!team) throw teamNotFound()
  return team
}
