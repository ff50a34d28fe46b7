import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { LadderDoc, ScheduleDoc } from '../contract/shapes.ts'
import { layerTwice, planInUse, unknownPerson, unknownZone } from './errors.ts'
import { addPlan, changePlan, dropPlan, plansOf } from './plans.ts'
import { layerShifts, personsOf } from './view-on-call.ts'

interface Wish {
  name: string
  doc: ScheduleDoc
}
const previewDays = 28

export async function addSchedule(cx: Cx, wish: Wish) {
  await check(cx.db, wish.doc)
  return cx.tx((tx) => addPlan(tx, 'schedule', wish))
}

export async function changeSchedule(cx: Cx, id: number, wish: Wish, ifMatch?: string) {
  await check(cx.db, wish.doc)
  return cx.tx((tx) => changePlan(tx, 'schedule', id, wish, ifMatch))
}

export async function removeSchedule(cx: Cx, id: number): Promise<void> {
  await dropPlan(cx, 'schedule', id, async (tx) => {
    const user = (await plansOf(tx, 'ladder')).find((ladder) => uses(ladder.doc, id))
    if (user) throw planInUse({ by: user.name })
  })
}

const uses = ({ steps }: LadderDoc, id: number) => steps.some(({ to }) => to.kind === 'layer' && to.scheduleId === id)

/** The next weeks of a schedule that is not saved yet, with its gaps. */
export async function previewSchedule(cx: Cx, doc: ScheduleDoc) {
  checkZone(doc)
  const from = cx.now.getTime()
  const ids = personsOf(doc)
  const people = await personCards(cx.db, ids)
  const span = [from, from + previewDays * 86_400_000] as const
  return {
    layers: doc.layers.map((layer) => layerShifts(layer, [], doc.timeZone, span, from, people)),
    unknown: ids.filter((id) => !people.get(id)?.active),
  }
}

async function check(reader: Reader, doc: ScheduleDoc): Promise<void> {
  checkZone(doc)
  const keys = doc.layers.map((layer) => layer.key)
  if (new Set(keys).size < keys.length) throw layerTwice(undefined, { field: 'body.doc.layers' })
  const ids = personsOf(doc)
  const people = await personCards(reader, ids)
  if (ids.some((id) => !people.get(id)?.active)) throw unknownPerson(undefined, { field: 'body.doc.layers' })
}

function checkZone({ timeZone }: ScheduleDoc): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw unknownZone({ zone: timeZone }, { field: 'body.doc.timeZone' })
  }
}
