import type { Calendars } from '../../calendar/server/index.ts'
import type { Kind, Priority } from '../../ticket/contract/shapes.ts'
import type { Conditions } from '../contract/http.ts'
import {
  agreementOf,
  type CategoriesAbove,
  type KnownPolicy,
  type KnownTeamPolicy,
  type Policies,
  teamAgreementOf,
} from './policies.ts'
import type { Choice } from './rules.ts'

/** What of a ticket decides which policy takes it. */
export interface Subject {
  priority: Priority
  kind: Kind
  serviceId: number | null
  categoryId: number | null
  organisationId: number | null
  teamId: number | null
  tags: readonly string[]
  vip: boolean
}

/** Which versions hold for a ticket, as it is written down. */
export interface Chosen {
  priority: Priority
  policyVersionId: number | null
  policyCalendarId: number | null
  teamVersionId: number | null
  teamCalendarId: number | null
}

type Terms = Pick<Policies, 'ordered' | 'teams' | 'categoriesAbove'>

/** Pure: the first policy whose conditions all hold, and what the ticket's team owes. */
export function choose(terms: Terms, calendars: Calendars, subject: Subject): Chosen {
  const policy = choosePolicy(terms.ordered, subject, terms.categoriesAbove)
  const team = subject.teamId === null ? undefined : terms.teams.get(subject.teamId)
  const calendarOf = (chosen: KnownPolicy | KnownTeamPolicy | undefined) =>
    chosen ? calendars.byId(chosen.content.calendarId).versionId : null
  return {
    priority: subject.priority,
    policyVersionId: policy?.versionId ?? null,
    policyCalendarId: calendarOf(policy),
    teamVersionId: team?.versionId ?? null,
    teamCalendarId: calendarOf(team),
  }
}

export function choosePolicy(
  ordered: readonly KnownPolicy[],
  subject: Subject,
  above: CategoriesAbove,
): KnownPolicy | undefined {
  return ordered.find((policy) => takes(policy.content.conditions, subject, above))
}

function takes(conditions: Conditions, subject: Subject, above: CategoriesAbove): boolean {
  const { priorities, kinds, serviceIds, categoryIds, organisationIds, teamIds, tags, vip } = conditions
  const among = <T>(wanted: readonly T[] | undefined, is: T | null) =>
    !wanted?.length || (is !== null && wanted.includes(is))
  return (
    among(priorities, subject.priority) &&
    among(kinds, subject.kind) &&
    among(serviceIds, subject.serviceId) &&
    among(organisationIds, subject.organisationId) &&
    among(teamIds, subject.teamId) &&
    (!categoryIds?.length || above(subject.categoryId).some((id) => categoryIds.includes(id))) &&
    (!tags?.length || tags.some((tag) => subject.tags.includes(tag))) &&
    (vip !== true || subject.vip)
  )
}

/** Whether a choice has to be written down: it is not the last one, and of a ticket without one it says something. */
export function isOther(last: Chosen | undefined, chosen: Chosen): boolean {
  return last ? !isSameChoice(last, chosen) : chosen.policyVersionId !== null || chosen.teamVersionId !== null
}

export function isSameChoice(one: Chosen, other: Chosen): boolean {
  return (
    one.priority === other.priority &&
    one.policyVersionId === other.policyVersionId &&
    one.policyCalendarId === other.policyCalendarId &&
    one.teamVersionId === other.teamVersionId &&
    one.teamCalendarId === other.teamCalendarId
  )
}

/** What was written down, as the clocks take it. */
export function choiceOf(chosen: Chosen, known: Pick<Policies, 'version'>, calendars: Calendars): Choice {
  const policy = chosen.policyVersionId === null ? undefined : known.version(chosen.policyVersionId)
  const team = chosen.teamVersionId === null ? undefined : known.version(chosen.teamVersionId)
  return {
    service:
      policy && chosen.policyCalendarId !== null
        ? agreementOf(policy as KnownPolicy, calendars.byVersion(chosen.policyCalendarId), chosen.priority)
        : null,
    team:
      team && chosen.teamCalendarId !== null
        ? teamAgreementOf(team as KnownTeamPolicy, calendars.byVersion(chosen.teamCalendarId), chosen.priority)
        : null,
  }
}
