import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personCards } from '../../people/server/index.ts'
import { overrideSet } from '../contract/facts.ts'
import type { Layer } from '../contract/shapes.ts'
import { badTimes, notYours, overrideNotFound, planNotFound, unknownPerson } from './errors.ts'
import { planById } from './plans.ts'
import { shiftsOf } from './rotation.ts'
import { overridesOf } from './view-on-call.ts'

const longestMs = 366 * 86_400_000

interface Time {
  person: number
  from: string
  to: string
}
interface Wish extends Time {
  layer: string
  reason?: string
  inExchange?: Time
}

/** Somebody takes a time over; two times at once are a swap. Technicians change what is theirs, leads everything. */
export async function setOverride(cx: Cx, scheduleId: number, wish: Wish): Promise<{ ids: number[] }> {
  return cx.tx(async (tx) => {
    const { doc } = await planById(tx, 'schedule', scheduleId)
    const layer = doc.layers.find((one) => one.key === wish.layer)
    if (!layer) throw planNotFound({ id: scheduleId })
    const times = [wish, ...(wish.inExchange ? [wish.inExchange] : [])]
    for (const time of times) assertTime(cx, time)
    const people = await personCards(
      tx,
      times.map((time) => time.person),
    )
    if (times.some((time) => !people.get(time.person)?.active)) throw unknownPerson(undefined, { field: 'body.person' })
    if (!can(cx.actor, 'oncall.lead')) await assertOwn(tx, scheduleId, layer, doc.timeZone, times)
    const ids: number[] = []
    for (const time of times) ids.push(await insert(tx, scheduleId, wish, time))
    if (ids.length > 1) {
      await tx
        .updateTable('oncall.override')
        .set({ swapId: ids[0] ?? null })
        .where('id', 'in', ids)
        .execute()
    }
    return { ids }
  })
}

export async function removeOverride(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const own = await tx
      .selectFrom('oncall.override')
      .selectAll()
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!own) throw overrideNotFound()
    if (!can(cx.actor, 'oncall.lead') && own.personId !== cx.actor.id && own.setByName !== cx.actor.name)
      throw notYours()
    const removed = await tx
      .updateTable('oncall.override')
      .set({ removedAt: tx.now })
      .where('removedAt', 'is', null)
      .where((eb) => (own.swapId === null ? eb('id', '=', id) : eb('swapId', '=', own.swapId)))
      .returningAll()
      .execute()
    for (const one of removed) await tellOf(tx, one, true)
  })
}

function assertTime(cx: Cx, { from, to }: Time): void {
  const [start, end] = [new Date(from).getTime(), new Date(to).getTime()]
  if (start >= end || end <= cx.now.getTime() || end - start > longestMs)
    throw badTimes(undefined, { field: 'body.to' })
}

/** Taking over is always right; what one gives away must be one's own. */
async function assertOwn(
  tx: Tx,
  scheduleId: number,
  layer: Layer,
  timeZone: string,
  times: readonly Time[],
): Promise<void> {
  const me = tx.actor.id
  for (const time of times) {
    if (time.person === me) continue
    const span: [number, number] = [new Date(time.from).getTime(), new Date(time.to).getTime()]
    const set = (await overridesOf(tx, ...span)).filter((o) => o.scheduleId === scheduleId && o.layer === layer.key)
    if (!shiftsOf(layer, set, timeZone, span).every((shift) => shift.personId === me)) throw notYours()
  }
}

async function insert(tx: Tx, scheduleId: number, { layer, reason }: Wish, time: Time): Promise<number> {
  const row = await tx
    .insertInto('oncall.override')
    .values({
      scheduleId,
      layer,
      personId: time.person,
      startsAt: new Date(time.from),
      endsAt: new Date(time.to),
      reason: reason?.trim() ?? '',
      swapId: null,
      setByName: tx.actor.name,
      setAt: tx.now,
      removedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await tellOf(tx, row, false)
  return row.id
}

async function tellOf(
  tx: Tx,
  row: { id: number; scheduleId: number; layer: string; personId: number; startsAt: Date; endsAt: Date },
  removed: boolean,
): Promise<void> {
  await tell(tx, overrideSet, row.scheduleId, {
    overrideId: row.id,
    layer: row.layer,
    personId: row.personId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    removed,
  })
}
