import type { Reader } from '../../../platform/db/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import type { KnownCalendar } from '../../calendar/server/index.ts'
import type { Priority } from '../../ticket/contract/shapes.ts'
import type { PolicyContent, TeamContent } from '../contract/http.ts'
import type { Agreement } from './clock.ts'

const minuteMs = 60_000

interface Known<Content> {
  id: number
  versionId: number
  number: number
  name: string
  active: boolean
  content: Content
}

/** A promise to requesters at one version. */
export type KnownPolicy = Known<PolicyContent>
/** What a team owes the desk, at one version. */
export type KnownTeamPolicy = Known<TeamContent> & { teamId: number }

export interface Policies {
  /** Those that hold, in the order in which they are tried. */
  ordered: readonly KnownPolicy[]
  teams: ReadonlyMap<number, KnownTeamPolicy>
  /** A version that held once; what was counted by it is explained by it. */
  version(id: number): KnownPolicy | KnownTeamPolicy | undefined
  /** A category and all above it. */
  categoriesAbove: CategoriesAbove
}

export type CategoriesAbove = (categoryId: number | null) => readonly number[]

/** All policies with their versions, in memory: choosing one for a ticket costs no statement. */
export const policies = keepInMemory('sla.policies', readPolicies)

async function readPolicies(reader: Reader): Promise<Policies> {
  const [rows, categories] = await Promise.all([
    reader
      .selectFrom('sla.version as v')
      .innerJoin('sla.policy as p', 'p.id', 'v.policyId')
      .select([
        'p.id',
        'p.kind',
        'p.teamId',
        'p.active',
        'p.removedAt',
        'p.version',
        'v.id as versionId',
        'v.number',
        'v.name',
        'v.content',
      ])
      .orderBy('p.position')
      .orderBy('p.id')
      .execute(),
    reader.selectFrom('catalog.category').select(['id', 'parentId']).execute(),
  ])
  const all = rows.map(({ removedAt, version, kind, ...row }) => ({
    ...row,
    kind,
    holds: removedAt === null && row.active && version === row.number,
  }))
  const byVersion = new Map(all.map((row) => [row.versionId, row as unknown as KnownPolicy]))
  const holding = all.filter((row) => row.holds)
  const parents = new Map(categories.map((category) => [category.id, category.parentId]))
  return {
    ordered: holding.filter((row) => row.kind === 'service') as unknown as KnownPolicy[],
    teams: new Map(
      holding.filter((row) => row.kind === 'team').map((row) => [row.teamId ?? 0, row as unknown as KnownTeamPolicy]),
    ),
    version: (id) => byVersion.get(id),
    categoriesAbove: (categoryId) => {
      const above: number[] = []
      for (let id = categoryId; id !== null && !above.includes(id); id = parents.get(id) ?? null) above.push(id)
      return above
    },
  }
}

/** A policy as the clocks of a ticket of this priority need it. */
export function agreementOf(policy: KnownPolicy, calendar: KnownCalendar, priority: Priority): Agreement {
  const { goals, reopening } = policy.content
  const { firstResponse, nextUpdate, resolution } = goals[priority]
  return {
    ...counting(policy, calendar),
    reopening,
    goals: {
      ...(firstResponse === null ? {} : { first_response: firstResponse * minuteMs }),
      ...(nextUpdate === null ? {} : { next_update: nextUpdate * minuteMs }),
      ...(resolution === null ? {} : { resolution: resolution * minuteMs }),
    },
  }
}

export function teamAgreementOf(policy: KnownTeamPolicy, calendar: KnownCalendar, priority: Priority): Agreement {
  const goal = policy.content.goals[priority]
  const goals = goal === null ? {} : { team: goal * minuteMs }
  return { ...counting(policy, calendar), reopening: 'anew', goals }
}

function counting(policy: KnownPolicy | KnownTeamPolicy, calendar: KnownCalendar) {
  return {
    versionId: policy.versionId,
    calendarVersionId: calendar.versionId,
    time: calendar.time,
    pauseOn: policy.content.pauseOn,
    warnAt: [...policy.content.warnAt].sort((a, b) => a - b),
  }
}
