import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { vips } from '../../people/server/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import { choiceOf, choose, isOther } from './choose-policy.ts'
import { type ChosenEvent, loadHistories, slaEvents } from './history.ts'
import { keepClocks } from './keep-clocks.ts'
import { policies } from './policies.ts'
import { foldClocks } from './rules.ts'
import { settleClocks } from './settle-clocks.ts'

interface ToldAt {
  id: number
  at: Date
}

/** Begins the clocks of a new ticket: a choice from memory and one statement. */
export async function beginClocks(
  tx: Tx,
  number: number,
  fact: ToldAt,
  state: Static<typeof TicketState>,
): Promise<void> {
  const [known, times] = await Promise.all([policies.get(tx), calendars.get(tx)])
  const subject = { ...state, vip: (await vips.get(tx)).has(state.requesterId, state.organisationId) }
  const chosen = choose(known, times, subject)
  if (chosen.policyVersionId === null && chosen.teamVersionId === null) return
  const at = fact.at.getTime()
  const { status, teamId } = state
  const clocks = foldClocks([
    { kind: 'opened', at, status, teamId },
    { kind: 'chosen', at, choice: choiceOf(chosen, known, times) },
  ])
  const settled = settleClocks(clocks, [], tx.now.getTime())
  await keepClocks(tx, [
    { number, teamId, settled, kept: [], choice: { ...chosen, factId: fact.id, at, why: 'opened' } },
  ])
}

type Why = 'changed' | 'applied' | 'calendar'

export interface News {
  /** The policy is chosen again, as of this fact. */
  choose?: { fact: ToldAt; why: Why }
}

/** Computes the clocks of a locked ticket anew from all that happened to it, tells what is to be told and keeps them. */
export async function reclock(tx: Tx, number: number, news: News = {}): Promise<void> {
  await reclockAll(tx, new Map([[number, news]]))
}

/** The same for some hundred locked tickets: one statement to read, one to write. */
export async function reclockAll(tx: Tx, news: ReadonlyMap<number, News>): Promise<void> {
  const [known, times] = await Promise.all([policies.get(tx), calendars.get(tx)])
  const histories = await loadHistories(tx, [...news.keys()])
  if (histories.length === 0) return
  const keeps = histories.map((history) => {
    const { number, subject } = history
    const wanted = news.get(number)?.choose
    const choice = wanted && newChoice(history.choices.at(-1), choose(known, times, subject), wanted)
    if (choice) history.choices.push(choice)
    const settled = settleClocks(foldClocks(slaEvents(history, known, times)), history.clocks, tx.now.getTime())
    return { number, teamId: subject.teamId, settled, kept: history.clocks, choice }
  })
  await keepClocks(tx, keeps)
}

function newChoice(
  last: ChosenEvent | undefined,
  chosen: ReturnType<typeof choose>,
  { fact, why }: NonNullable<News['choose']>,
) {
  return isOther(last, chosen) ? { ...chosen, factId: fact.id, at: fact.at.getTime(), why } : undefined
}
