import { Type } from 'typebox'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import type { Priority } from '../../ticket/contract/shapes.ts'

const weight = (value: number, en: string, de: string) =>
  ({
    group: 'tickets',
    schema: Type.Number({ minimum: 0, maximum: 100 }),
    default: value,
    words: {
      en: {
        label: `Weight of a ${en} ticket`,
        help: 'How much it counts when tickets go to whoever has least to do, and towards what somebody takes at most.',
      },
      de: {
        label: `Gewicht eines Tickets der Priorität ${de}`,
        help: 'Wie viel es zählt, wenn Tickets an den gehen, der am wenigsten zu tun hat, und für das, was jemand höchstens nimmt.',
      },
    },
  }) as const

export const deskSettings = declareDeskSettings('routing', {
  weightCritical: weight(8, 'critical', 'Kritisch'),
  weightHigh: weight(4, 'high', 'Hoch'),
  weightModerate: weight(2, 'moderate', 'Mittel'),
  weightLow: weight(1, 'low', 'Niedrig'),
  waitingShare: {
    group: 'tickets',
    schema: Type.Integer({ minimum: 0, maximum: 100 }),
    default: 25,
    unit: 'percent',
    words: {
      en: {
        label: 'How much a waiting ticket weighs',
        help: 'A ticket that waits for somebody else costs its assignee less time: this share of its weight counts.',
      },
      de: {
        label: 'Wie viel ein wartendes Ticket wiegt',
        help: 'Ein Ticket, das auf jemand anderen wartet, kostet weniger Zeit: Dieser Anteil seines Gewichts zählt.',
      },
    },
  },
})

/** By rank of the priority, critical first. */
export const weights = (): [number, number, number, number] => [
  deskSetting(deskSettings.weightCritical),
  deskSetting(deskSettings.weightHigh),
  deskSetting(deskSettings.weightModerate),
  deskSetting(deskSettings.weightLow),
]

const ranks: readonly Priority[] = ['critical', 'high', 'moderate', 'low']
export const weightOf = (priority: Priority): number => weights()[ranks.indexOf(priority)] ?? 1

export const waitingShare = (): number => deskSetting(deskSettings.waitingShare) / 100
