import {
  addAbsence,
  addRule,
  changePersonSettings,
  changeSkillNeed,
  changeTeamSettings,
} from '../../../../rooms/routing/server/index.ts'
import { absences, rules, skillNeeds, teamRouting } from '../routing.ts'
import type { TeamKey } from '../shapes.ts'
import type { CatalogIds } from './catalog.ts'
import type { Cast } from './people.ts'
import type { Stage } from './stage.ts'

const dayMs = 86_400_000

/** Rules, methods and skills, before the first ticket is opened. */
export async function loadRouting({ cx, tx, set }: Stage, cast: Cast, catalog: CatalogIds): Promise<void> {
  set(tx.now, { ...cast.actor('anton.weiss'), permissions: new Set(['routing.manage']) })
  const always = await tx
    .selectFrom('calendar.calendar')
    .select('id')
    .where('name', '=', 'Around the clock')
    .executeTakeFirst()
  for (const [key, { roundTheClock, ...change }] of Object.entries(teamRouting))
    await changeTeamSettings(cx, cast.team[key as TeamKey], {
      ...change,
      ...(roundTheClock && always ? { calendarId: always.id } : {}),
    })
  await changePersonSettings(cx, cast.actor('dominic.shaw').id, { capacity: 20, calendarId: null })
  for (const [service, category, skill] of skillNeeds)
    await changeSkillNeed(cx, catalog.category(service, category), [skill])
  for (const { name, match, tests, service, category, team, assignee, outcome, goesOn, off } of rules)
    await addRule(cx, {
      name,
      active: !off,
      stop: !goesOn,
      conditions: {
        match: match ?? 'all',
        tests: [
          ...(service ? [{ field: 'service' as const, op: 'is' as const, values: [catalog.service[service]] }] : []),
          ...(category
            ? [{ field: 'category' as const, op: 'is' as const, values: [catalog.category(...category)] }]
            : []),
          ...tests,
        ],
        groups: [],
      },
      outcome: {
        ...outcome,
        ...(team ? { teamId: cast.team[team] } : {}),
        ...(assignee ? { assigneeId: cast.actor(assignee).id } : {}),
      },
    })
}

/** Said some days before, as people do; who is sick says so in the morning. */
export async function loadAbsences({ cx, set }: Stage, cast: Cast, base: Date): Promise<void> {
  const midnight = Math.floor(base.getTime() / dayMs) * dayMs
  // Whole days begin at midnight and end when work does; who falls ill does so at some hour.
  const begins = (days: number) =>
    new Date(Number.isInteger(days) ? midnight + days * dayMs : base.getTime() + days * dayMs)
  const ends = (days: number) => new Date(midnight + days * dayMs + 17 * 3_600_000)
  for (const { person, from, until, note, substitute } of absences) {
    set(begins(Math.min(from - 5, -0.3)), cast.actor(person))
    await addAbsence(cx, {
      from: begins(from).toISOString(),
      until: until === null ? null : ends(until).toISOString(),
      note,
      substituteId: substitute ? cast.actor(substitute).id : null,
    })
  }
}
