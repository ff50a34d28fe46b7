import { sql } from 'kysely'
import { type Ground, makeCx, systemActor } from '../../../platform/cx.ts'
import { calendars } from '../../calendar/server/index.ts'
import { addPolicy } from '../server/manage-policies.ts'
import { addTeamAgreement } from '../server/manage-team-agreements.ts'

export interface LivedDesk {
  personIds: number[]
  teamIds: number[]
  tags: string[]
}

const hours = (first: number, resolution: number, nextUpdate: number | null) => ({
  firstResponse: first * 60,
  nextUpdate: nextUpdate === null ? null : nextUpdate * 60,
  resolution: resolution * 60,
})

/** Two people, of whom one is a VIP, three teams, and promises of all kinds, for tickets that live through much. */
export async function livedDesk(ground: Ground): Promise<LivedDesk> {
  const cx = makeCx(ground, systemActor)
  const at = { createdAt: cx.now, updatedAt: cx.now }
  const insert = async (table: 'people.person' | 'people.team', rows: object[]) =>
    (
      await cx.db
        .insertInto(table)
        .values(rows.map((row) => ({ ...row, ...at })) as never)
        .returning('id')
        .execute()
    ).map((row) => row.id)
  const roleId = sql`(select min(id) from people.role)`
  const personIds = await insert('people.person', [
    { name: 'Ana', roleId },
    { name: 'Eve', roleId, vip: true },
  ])
  const teamIds = await insert('people.team', [{ name: 'North' }, { name: 'South' }, { name: 'Free' }])
  const always = (await calendars.get(cx.db)).all.find((one) => one.content.alwaysOpen)?.id ?? null
  const standard = {
    calendarId: null,
    pauseOn: ['waiting_requester' as const, 'waiting_until' as const],
    warnAt: [50, 80],
  }
  const goals = {
    critical: hours(1, 4, 2),
    high: hours(2, 8, 4),
    moderate: hours(4, 24, null),
    low: hours(8, 80, null),
  }
  const policy = (name: string, content: object) =>
    addPolicy(cx, {
      name,
      active: true,
      content: { ...standard, goals, reopening: 'continue', conditions: {}, ...content } as never,
    })
  await policy('Requests', {
    conditions: { kinds: ['request', 'change'] },
    reopening: 'anew',
    pauseOn: ['waiting_vendor'],
  })
  await policy('Round the clock', { conditions: { tags: ['ward'] }, calendarId: always, warnAt: [25, 50, 75, 90] })
  await policy('VIPs', { conditions: { vip: true, priorities: ['critical', 'high'] }, calendarId: always, pauseOn: [] })
  const [north, south] = teamIds
  for (const [teamId, calendarId] of [
    [north, null],
    [south, always],
  ] as const)
    await addTeamAgreement(cx, {
      teamId: teamId ?? 0,
      active: true,
      content: { ...standard, calendarId, goals: { critical: 60, high: 240, moderate: 480, low: null } },
    } as never)
  return { personIds, teamIds, tags: ['ward', 'office', 'lab'] }
}
