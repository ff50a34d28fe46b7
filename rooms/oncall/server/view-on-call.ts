import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { LayerShifts } from '../contract/http.ts'
import type { Layer, ScheduleDoc } from '../contract/shapes.ts'
import { plansOf } from './plans.ts'
import { type Override, personAt, shiftsOf } from './rotation.ts'

const dayMs = 86_400_000
/** How far "who is next" looks. */
const nextMs = 35 * dayMs

type Names = ReadonlyMap<number, { id: number; name: string }>

export async function viewOnCall(cx: Cx, ask: { from?: string; days?: number }) {
  const from = ask.from ? new Date(ask.from).getTime() : cx.now.getTime()
  const span = [from, from + (ask.days ?? 14) * dayMs] as const
  const schedules = await plansOf(cx.db, 'schedule')
  const overrides = await overridesOf(cx.db, Math.min(from, cx.now.getTime()), span[1] + nextMs)
  const ids = [...schedules.flatMap(({ doc }) => personsOf(doc)), ...overrides.map((one) => one.personId)]
  const people = await personCards(cx.db, ids)
  return {
    from: new Date(span[0]).toISOString(),
    to: new Date(span[1]).toISOString(),
    mayManage: can(cx.actor, 'oncall.manage'),
    schedules: schedules.map(({ id, name, doc }) => ({
      id,
      name,
      timeZone: doc.timeZone,
      layers: doc.layers.map((layer) => {
        const own = overrides.filter((one) => one.scheduleId === id && one.layer === layer.key)
        return layerShifts(layer, own, doc.timeZone, span, cx.now.getTime(), people)
      }),
      persons: personsOf(doc).flatMap((person) => refOf(people, person) ?? []),
    })),
  }
}

export const personsOf = (doc: ScheduleDoc) => [
  ...new Set(doc.layers.flatMap((layer) => layer.rotations.flatMap((rotation) => rotation.persons))),
]

/** One layer as screens show it: now, next, every shift of a span, and when nobody is on call. */
export function layerShifts(
  layer: Layer,
  overrides: readonly Override[],
  timeZone: string,
  span: readonly [number, number],
  now: number,
  people: Names,
): LayerShifts {
  const ahead = shiftsOf(layer, overrides, timeZone, [now, now + nextMs])
  const [current] = ahead
  const later = ahead.find((shift) => shift.personId !== null && shift.personId !== current?.personId)
  const shifts = shiftsOf(layer, overrides, timeZone, [...span])
  const iso = (at: number) => new Date(at).toISOString()
  return {
    key: layer.key,
    name: layer.name,
    now: refOf(people, current?.personId),
    until: current?.personId == null ? null : iso(current.to),
    next: refOf(people, later?.personId),
    shifts: shifts.map(({ from, to, personId, overrideId }) => ({
      from: iso(from),
      to: iso(to),
      person: refOf(people, personId),
      override: overrideId,
    })),
    gaps: shifts.flatMap(({ from, to, personId }) => (personId === null ? [{ from: iso(from), to: iso(to) }] : [])),
  }
}

const refOf = (people: Names, id: number | null | undefined) => {
  const person = id == null ? undefined : people.get(id)
  return person ? { id: person.id, name: person.name } : null
}

/** Overrides of all schedules that touch a time. */
export async function overridesOf(reader: Reader, from: number, to: number) {
  const rows = await reader
    .selectFrom('oncall.override')
    .select(['id', 'scheduleId', 'layer', 'personId', 'startsAt', 'endsAt'])
    .where('removedAt', 'is', null)
    .where('endsAt', '>', new Date(from))
    .where('startsAt', '<', new Date(to))
    .orderBy('id')
    .execute()
  return rows.map(({ startsAt, endsAt, ...row }) => ({ ...row, from: startsAt.getTime(), to: endsAt.getTime() }))
}

/** Who answers on a layer of a schedule at a moment; null when nobody does. */
export async function onCallAt(
  reader: Reader,
  schedule: { id: number; doc: ScheduleDoc },
  key: string,
  at: number,
): Promise<number | null> {
  const layer = schedule.doc.layers.find((one) => one.key === key)
  if (!layer) return null
  const overrides = await overridesOf(reader, at, at + 1)
  const own = overrides.filter((one) => one.scheduleId === schedule.id && one.layer === key)
  return personAt(layer, own, schedule.doc.timeZone, at)
}
