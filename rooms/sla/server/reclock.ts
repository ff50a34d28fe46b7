import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { vips } from '../../people/server/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import { choiceOf, choose, isSameChoice } from './choose-policy.ts'
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
  await keepClocks(tx, { number, teamId, settled, choice: { ...chosen, factId: fact.id, at, why: 'opened' } })
}

type Why = 'changed' | 'applied' | 'calendar'

interface News {
  /** The policy is chosen again, as of this fact. */
  choose?: { fact: ToldAt; why: Why }
  /** Word was given to the requester. */
  answer?: { messageId: number; factId: number; at: number }
}

/**
 * Computes the clocks of a locked ticket anew from all that happened to it, tells what is to be told and keeps them: one
 * statement to read, one to write.
 */
export async function reclock(tx: Tx, number: number, news: News = {}): Promise<void> {
  const [known, times] = await Promise.all([policies.get(tx), calendars.get(tx)])
  const [history] = await loadHistories(tx, [number])
  if (!history) return
  const next = news.choose && newChoice(history.choices.at(-1), choose(known, times, history.subject), news.choose)
  if (next) history.choices.push(next)
  if (news.answer) history.answers.push(news.answer)
  const clocks = foldClocks(slaEvents(history, known, times))
  const settled = settleClocks(clocks, history.clocks, tx.now.getTime())
  await keepClocks(tx, { number, teamId: history.subject.teamId, settled, choice: next, answer: news.answer })
}

function newChoice(
  last: ChosenEvent | undefined,
  chosen: ReturnType<typeof choose>,
  { fact, why }: NonNullable<News['choose']>,
) {
  const nothing = chosen.policyVersionId === null && chosen.teamVersionId === null
  if (last ? isSameChoice(last, chosen) : nothing) return undefined
  return { ...chosen, factId: fact.id, at: fact.at.getTime(), why }
}
