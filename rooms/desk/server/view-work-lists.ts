import type { Cx } from '../../../platform/cx.ts'
import { teamsFor } from '../../people/server/index.ts'
import { type BuiltInList, builtInLists, type WorkLists, waiting } from '../contract/http.ts'
import { type ActiveCount, countActive } from './count-active.ts'
import { countFilter } from './count-filter.ts'
import { viewsFor } from './queries.ts'

/** What stands in the side bar: lists, queues of teams, saved views, each with how many tickets it holds. */
export async function viewWorkLists(cx: Cx): Promise<WorkLists> {
  const { db, actor } = cx
  const [active, teams, views] = await Promise.all([countActive(db, actor), teamsFor(db, actor), viewsFor(db, actor)])
  const mine = new Set(actor.teamIds ?? [])
  const hidden = new Set(actor.hiddenTeamIds ?? [])
  return {
    lists: await Promise.all(
      builtInLists.map(async (list) => {
        const belongs = activeLists[list.key]
        const counted = belongs
          ? exactly(active, (count) => belongs(count, actor.id, mine))
          : await countFilter(db, actor, list.filter)
        return { ...list, ...counted }
      }),
    ),
    teams: teams
      .filter((team) => !hidden.has(team.id))
      .map(({ id, name }) => ({
        team: { id, name },
        mine: mine.has(id),
        filter: { status: 'active', team: String(id) },
        ...exactly(active, (count) => count.teamId === id),
      })),
    views: await Promise.all(views.map(async (view) => ({ view, ...(await countFilter(db, actor, view.filter)) }))),
  }
}

/** Which of the active tickets a built-in list holds: the same as its filter says. */
const activeLists: Partial<
  Record<BuiltInList, (count: ActiveCount, personId: number | null, teamIds: Set<number>) => boolean>
> = {
  mine: (count, personId) => personId !== null && count.assigneeId === personId,
  'my-teams': (count, _, teamIds) => count.teamId !== null && teamIds.has(count.teamId),
  unassigned: (count) => count.assigneeId === null,
  open: () => true,
  new: (count) => count.status === 'new',
  'in-progress': (count) => count.status === 'in_progress',
  waiting: (count) => waiting.includes(count.status),
}

function exactly(active: readonly ActiveCount[], belongs: (count: ActiveCount) => boolean) {
  const tickets = active.filter(belongs).reduce((sum, count) => sum + count.tickets, 0)
  return { count: tickets, more: false }
}
