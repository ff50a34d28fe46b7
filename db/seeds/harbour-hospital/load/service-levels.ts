import { calendars, changeCalendar } from '../../../../rooms/calendar/server/index.ts'
import { addPolicy, addTeamAgreement, changePolicy, listPolicies } from '../../../../rooms/sla/server/index.ts'
import { agreements, house, officeWeek, policies } from '../service-levels.ts'
import type { TeamKey } from '../shapes.ts'
import type { CatalogIds } from './catalog.ts'
import type { Cast } from './people.ts'
import type { Stage } from './stage.ts'

/** The hours of the house, and what it promises, before the first ticket is opened. */
export async function loadServiceLevels({ cx, tx, set }: Stage, cast: Cast, catalog: CatalogIds): Promise<void> {
  set(tx.now, { ...cast.actor('anton.weiss'), permissions: new Set(['sla.manage', 'calendar.manage']) })
  const known = await calendars.get(tx)
  const { id, name, content } = known.default
  const place = { country: 'GB', state: 'ENG', region: null }
  await changeCalendar(cx, id, { name, content: { ...content, timeZone: 'Europe/London', week: officeWeek, place } })
  const always = known.all.find((calendar) => calendar.content.alwaysOpen)?.id ?? null
  const standard = (await listPolicies(tx)).at(-1)
  const forAll = { name: house.name, active: true, content: { ...house.content, calendarId: null } }
  if (standard) await changePolicy(cx, standard.id, forAll)
  for (const { roundTheClock, services = [], ...policy } of policies)
    await addPolicy(cx, {
      name: policy.name,
      active: true,
      content: {
        ...policy.content,
        calendarId: roundTheClock ? always : null,
        conditions: {
          ...policy.content.conditions,
          ...(services.length > 0 ? { serviceIds: services.map((key) => catalog.service[key]) } : {}),
        },
      },
    })
  for (const { team, roundTheClock, goals } of agreements)
    await addTeamAgreement(cx, {
      teamId: cast.team[team as TeamKey],
      active: true,
      content: {
        calendarId: roundTheClock ? always : null,
        pauseOn: ['waiting_requester', 'waiting_vendor', 'waiting_until'],
        warnAt: [80],
        goals,
      },
    })
}
