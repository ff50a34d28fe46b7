import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { ticketsVisibleTo } from '../../ticket/server/index.ts'
import type { PolicyBody, PolicyEffect } from '../contract/http.ts'
import { checkPolicy } from './check-policy.ts'
import { choosePolicy, type Subject } from './choose-policy.ts'
import { type KnownPolicy, policies } from './policies.ts'

const shown = 8
/** What a desk has open at a time is far below; beyond it the rest is not looked at. */
const mostTickets = 50_000

/** Which open tickets a policy would take, standing where it stands or first when it is new. */
export async function previewPolicy(
  cx: Cx,
  { policyId, ...body }: PolicyBody & { policyId: number | null },
): Promise<PolicyEffect> {
  await checkPolicy(cx.db, body.content)
  const known = await policies.get(cx.db)
  const tried = await withTried(cx, policyId, body)
  const tickets = await ticketsVisibleTo(cx.db, cx.actor)
    .innerJoin('people.person as p', 'p.id', 't.requesterId')
    .select(['t.number', 't.subject', 't.priority', 't.kind', 't.serviceId', 't.categoryId', 't.organisationId'])
    .leftJoin('people.organisation as o', 'o.id', 't.organisationId')
    .select(['t.teamId', 't.tags', sql<boolean>`p.vip or coalesce(o.vip, false)`.as('vip')])
    .where(sql<boolean>`t.active`)
    .orderBy('t.number', 'desc')
    .limit(mostTickets)
    .execute()
  const taken = tickets.filter(
    (ticket) => choosePolicy(tried, ticket as Subject, known.categoriesAbove)?.versionId === triedVersion,
  )
  return {
    openTickets: tickets.length,
    taken: taken.length,
    examples: taken.slice(0, shown).map(({ number, subject }) => ({ number, subject })),
  }
}

/** The version of what is only tried; no version that is stored has this id. */
export const triedVersion = 0

/** The policies that hold, with one replaced by what is tried, or with it in front. */
export async function withTried(cx: Cx, policyId: number | null, body: PolicyBody): Promise<KnownPolicy[]> {
  const { ordered } = await policies.get(cx.db)
  const tried: KnownPolicy = {
    id: policyId ?? 0,
    versionId: triedVersion,
    number: 0,
    name: body.name,
    active: true,
    content: body.content,
  }
  if (!body.active) return ordered.filter((policy) => policy.id !== policyId)
  if (ordered.some((policy) => policy.id === policyId))
    return ordered.map((policy) => (policy.id === policyId ? tried : policy))
  const position = policyId === null ? 0 : await placeOf(cx, policyId)
  return [...ordered.slice(0, position), tried, ...ordered.slice(position)]
}

/** Where a policy that is switched off would stand among those that hold. */
async function placeOf(cx: Cx, policyId: number): Promise<number> {
  const rows = await cx.db
    .selectFrom('sla.policy')
    .select(['id', 'active'])
    .where('kind', '=', 'service')
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const before = rows.slice(
    0,
    rows.findIndex((row) => row.id === policyId),
  )
  return before.filter((row) => row.active).length
}
