import type { Cx } from '../../../platform/cx.ts'
import { personCards, personsWith } from '../../people/server/index.ts'
import { plansOf } from './plans.ts'
import { personsOf } from './view-on-call.ts'

/** Whom a schedule or a ladder may name: those who may be on call, and whoever is named already. */
export async function viewPeople(cx: Cx): Promise<{ items: { id: number; name: string }[] }> {
  const able = await personsWith(cx.db, 'oncall.use')
  const schedules = await plansOf(cx.db, 'schedule')
  const ladders = await plansOf(cx.db, 'ladder')
  const named = [
    ...schedules.flatMap(({ doc }) => personsOf(doc)),
    ...ladders.flatMap(({ doc }) => doc.steps.flatMap(({ to }) => (to.kind === 'person' ? [to.personId] : []))),
  ]
  const cards = await personCards(cx.db, named)
  const people = new Map([...able, ...cards.values()].map(({ id, name }) => [id, name]))
  return {
    items: [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
  }
}
