import type { Priority } from '../../../ticket/contract/shapes.ts'
import { priorities } from '../../../ticket/contract/shapes.ts'
import type { Goals, PolicyBody, PolicyContent, TeamContent } from '../../contract/http.ts'
import type { Pausing } from '../../contract/shapes.ts'
import { minutesOf, wordsOf } from './time-words.ts'

export const goalNames = ['firstResponse', 'nextUpdate', 'resolution'] as const
export type GoalName = (typeof goalNames)[number] | 'team'
export type GoalKey = `${Priority}_${GoalName}`

/** What service policies and team agreements count alike, as their forms hold it. */
export interface Counting {
  active: boolean
  calendar: string | null
  pauseOn: string[]
  warnAt: string[]
}

export type PolicyValues = Counting & {
  name: string
  priorities: string[]
  kinds: string[]
  services: string[]
  categories: string[]
  organisations: string[]
  teams: string[]
  tags: string[]
  vip: boolean
  reopening: string
  applyTo: string
} & Record<GoalKey, string>

/** What a new policy starts from: office hours as most desks keep them. */
const usual: PolicyContent = {
  conditions: {},
  calendarId: null,
  goals: {
    critical: { firstResponse: 15, nextUpdate: 60, resolution: 240 },
    high: { firstResponse: 60, nextUpdate: 240, resolution: 540 },
    moderate: { firstResponse: 240, nextUpdate: 540, resolution: 1620 },
    low: { firstResponse: 540, nextUpdate: 1080, resolution: 2700 },
  },
  pauseOn: ['waiting_requester', 'waiting_until'],
  warnAt: [50, 80],
  reopening: 'continue',
}

const strings = (ids: readonly number[] | undefined) => (ids ?? []).map(String)

export function countingOf(content: Pick<TeamContent, 'calendarId' | 'pauseOn' | 'warnAt'>, active: boolean): Counting {
  return {
    active,
    calendar: content.calendarId === null ? null : String(content.calendarId),
    pauseOn: [...content.pauseOn],
    warnAt: [...content.warnAt].sort((a, b) => a - b).map(String),
  }
}

export function valuesOf(policy: { name: string; active: boolean; content: PolicyContent } | undefined): PolicyValues {
  const content = policy?.content ?? usual
  const { conditions, goals } = content
  return {
    name: policy?.name ?? '',
    ...countingOf(content, policy?.active ?? true),
    priorities: [...(conditions.priorities ?? [])],
    kinds: [...(conditions.kinds ?? [])],
    services: strings(conditions.serviceIds),
    categories: strings(conditions.categoryIds),
    organisations: strings(conditions.organisationIds),
    teams: strings(conditions.teamIds),
    tags: [...(conditions.tags ?? [])],
    vip: conditions.vip ?? false,
    reopening: content.reopening,
    applyTo: 'new',
    ...goalWords((priority, name) => (name === 'team' ? null : goals[priority][name])),
  }
}

export function goalWords(goal: (priority: Priority, name: GoalName) => number | null): Record<GoalKey, string> {
  const names: readonly GoalName[] = [...goalNames, 'team']
  return Object.fromEntries(
    priorities.flatMap((priority) => names.map((name) => [`${priority}_${name}`, wordsOf(goal(priority, name))])),
  ) as Record<GoalKey, string>
}

/** Goals that cannot be understood, by field. */
export function oddGoals(values: Record<GoalKey, string>, names: readonly GoalName[], words: string) {
  const keys = priorities.flatMap((priority) => names.map((name): GoalKey => `${priority}_${name}`))
  return Object.fromEntries(keys.filter((key) => minutesOf(values[key]) === undefined).map((key) => [key, words]))
}

export const goalOf = (values: Record<GoalKey, string>, priority: Priority, name: GoalName): number | null =>
  minutesOf(values[`${priority}_${name}`]) ?? null

export const countingContent = ({ calendar, pauseOn, warnAt }: Counting) => ({
  calendarId: calendar === null ? null : Number(calendar),
  pauseOn: pauseOn as Pausing[],
  warnAt: warnAt.map(Number),
})

/** A percentage that can be warned at. */
export const isFraction = (text: string): boolean => /^[1-9]\d?$/.test(text.trim())

export function bodyOf(values: PolicyValues): PolicyBody {
  const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)
  const conditions = {
    priorities: some(values.priorities as Priority[]),
    kinds: some(values.kinds),
    serviceIds: some(values.services.map(Number)),
    categoryIds: some(values.categories.map(Number)),
    organisationIds: some(values.organisations.map(Number)),
    teamIds: some(values.teams.map(Number)),
    tags: some(values.tags),
    vip: values.vip || undefined,
  }
  const goals = Object.fromEntries(
    priorities.map((priority) => [
      priority,
      Object.fromEntries(goalNames.map((name) => [name, goalOf(values, priority, name)])) as unknown as Goals,
    ]),
  ) as PolicyContent['goals']
  return {
    name: values.name.trim(),
    active: values.active,
    content: {
      ...countingContent(values),
      conditions: Object.fromEntries(
        Object.entries(conditions).filter(([, value]) => value !== undefined),
      ) as PolicyContent['conditions'],
      goals,
      reopening: values.reopening as PolicyContent['reopening'],
    },
  }
}
