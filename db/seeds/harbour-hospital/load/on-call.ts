import { addPlan } from '../../../../rooms/oncall/server/index.ts'
import { schedule } from '../on-call.ts'
import type { Cast } from './people.ts'
import type { Stage } from './stage.ts'

const dayMs = 86_400_000

/** The network is on call day and night; a ladder calls them, then whoever runs the desk. */
export async function loadOnCall({ tx, set }: Stage, cast: Cast, base: Date): Promise<{ ladderId: number }> {
  set(new Date(base.getTime() - 60 * dayMs), cast.actor('anton.weiss'))
  const ids = (people: readonly string[]) => people.map((key) => cast.actor(key).id)
  const startsOn = mondayBefore(new Date(base.getTime() - 56 * dayMs))
  const made = await addPlan(tx, 'schedule', {
    name: schedule.name,
    doc: {
      timeZone: schedule.timeZone,
      layers: schedule.layers.map(({ people, every, unit, ...layer }) => ({
        ...layer,
        rotations: [{ persons: ids(people), every, unit, startsOn, handOverAt: 9 * 60, hours: [] }],
      })),
    },
  })
  const to = (layer: string) => ({ kind: 'layer' as const, scheduleId: made.id, layer })
  const ladder = await addPlan(tx, 'ladder', {
    name: 'Network down',
    doc: {
      rounds: 3,
      steps: [
        { to: to('first'), ways: ['push', 'mail'], providerId: null, thenAfterMinutes: 5 },
        { to: to('backup'), ways: ['push', 'mail'], providerId: null, thenAfterMinutes: 10 },
        {
          to: { kind: 'person', personId: cast.actor('judith.penrose').id },
          ways: ['mail'],
          providerId: null,
          thenAfterMinutes: 15,
        },
      ],
    },
  })
  return { ladderId: ladder.id }
}

function mondayBefore(at: Date): string {
  const day = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - day * dayMs).toISOString().slice(0, 10)
}
