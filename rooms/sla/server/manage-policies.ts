import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { policiesOrdered, policyAdded, policyChanged, policyRemoved } from '../contract/facts.ts'
import type { createPolicy, Policy, PolicyContent, PolicyVersion } from '../contract/http.ts'
import { followVersions } from './apply-policies.ts'
import { checkPolicy } from './check-policy.ts'
import { policyNameTaken, policyNotFound, wrongOrder } from './errors.ts'
import { policies } from './policies.ts'

type Save = Static<NonNullable<(typeof createPolicy)['body']>>

export async function listPolicies(reader: Reader): Promise<Policy[]> {
  const rows = await currentVersions(reader, 'service').execute()
  return rows.map(present)
}

async function viewPolicy(reader: Reader, id: number): Promise<Policy> {
  const row = await currentVersions(reader, 'service').where('p.id', '=', id).executeTakeFirst()
  if (!row) throw policyNotFound()
  return present(row)
}

/** A new policy is more special than those that are there, so it is tried first. */
export async function addPolicy(cx: Cx, { applyTo, ...body }: Save): Promise<Policy> {
  return cx.tx(async (tx) => {
    await checkPolicy(tx, body.content)
    const name = body.name.trim()
    const { id } = await unlessTaken(name, () =>
      tx
        .insertInto('sla.policy')
        .values({
          kind: 'service',
          name,
          teamId: null,
          removedAt: null,
          active: body.active,
          position: sql`(select coalesce(min(position), 1) - 1 from sla.policy)`,
          createdAt: tx.now,
          updatedAt: tx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await insertVersion(tx, id, { number: 1, name, content: body.content })
    await tell(tx, policyAdded, id, { name, version: 1 })
    await hold(tx, applyTo)
    return viewPolicy(tx, id)
  })
}

export async function changePolicy(cx: Cx, id: number, { applyTo, ...body }: Save, ifMatch?: string): Promise<Policy> {
  return cx.tx(async (tx) => {
    const { version } = await lockPolicy(tx, id, 'service')
    if (ifMatch !== undefined && ifMatch !== `${version}`)
      throw stale(undefined, { extra: { current: await viewPolicy(tx, id) } })
    await checkPolicy(tx, body.content)
    const name = body.name.trim()
    await unlessTaken(name, () =>
      tx
        .updateTable('sla.policy')
        .set({ name, active: body.active, updatedAt: tx.now, version: version + 1 })
        .where('id', '=', id)
        .execute(),
    )
    await insertVersion(tx, id, { number: version + 1, name, content: body.content })
    await tell(tx, policyChanged, id, { name, version: version + 1 })
    await hold(tx, applyTo)
    return viewPolicy(tx, id)
  })
}

export async function removePolicy(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, version } = await lockPolicy(tx, id)
    await tx.updateTable('sla.policy').set({ removedAt: tx.now }).where('id', '=', id).execute()
    await tell(tx, policyRemoved, id, { name, version })
    await policies.forget(tx)
  })
}

export async function orderPolicies(cx: Cx, ids: readonly number[]): Promise<Policy[]> {
  return cx.tx(async (tx) => {
    const rows = await tx
      .selectFrom('sla.policy')
      .select('id')
      .where('kind', '=', 'service')
      .where('removedAt', 'is', null)
      .forUpdate()
      .execute()
    if (rows.length !== ids.length || rows.some((row) => !ids.includes(row.id))) throw wrongOrder()
    await sql`update sla.policy p set position = o.position from unnest(${ids}::bigint[]) with ordinality o (id, position)
      where p.id = o.id`.execute(tx)
    await tell(tx, policiesOrdered, ids[0] ?? 1, { ids: [...ids] })
    await policies.forget(tx)
    return listPolicies(tx)
  })
}

export async function listVersions(cx: Cx, id: number): Promise<PolicyVersion[]> {
  const rows = await cx.db
    .selectFrom('sla.version')
    .select(['number', 'name', 'content', 'createdAt', 'createdByName as by'])
    .where('policyId', '=', id)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  if (rows.length === 0) throw policyNotFound()
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }))
}

/** From its commit on the change holds for new tickets and for those that change; with `open` for all open ones. */
export async function hold(tx: Tx, applyTo: 'new' | 'open' | undefined): Promise<void> {
  await policies.forget(tx)
  if (applyTo === 'open') await followVersions(tx, 'applied')
}

export async function lockPolicy(tx: Tx, id: number, kind?: 'service' | 'team') {
  let query = tx
    .selectFrom('sla.policy')
    .select(['name', 'version'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
  if (kind) query = query.where('kind', '=', kind)
  const row = await query.executeTakeFirst()
  if (!row) throw policyNotFound()
  return row
}

export async function insertVersion(
  tx: Tx,
  policyId: number,
  { content, ...version }: { number: number; name: string; content: object },
): Promise<void> {
  await tx
    .insertInto('sla.version')
    .values({
      policyId,
      ...version,
      content: JSON.stringify(content),
      createdAt: tx.now,
      createdBy: tx.actor.id,
      createdByName: tx.actor.name,
    })
    .execute()
}

/** What is in use, with how many open tickets run by it at whatever version. */
export function currentVersions(reader: Reader, kind: 'service' | 'team') {
  return reader
    .selectFrom('sla.policy as p')
    .innerJoin('sla.version as v', (join) => join.onRef('v.policyId', '=', 'p.id').onRef('v.number', '=', 'p.version'))
    .select(['p.id', 'p.name', 'p.teamId', 'p.active', 'p.version', 'p.updatedAt', 'v.content'])
    .select(
      sql<number>`(select count(distinct c.ticket_number) from sla.clock c join sla.version o on o.id = c.version_id
        where o.policy_id = p.id and c.ended_at is null)`.as('openTickets'),
    )
    .where('p.kind', '=', kind)
    .where('p.removedAt', 'is', null)
    .orderBy('p.position')
    .orderBy('p.id')
}

function present(row: Omit<Policy, 'content' | 'updatedAt'> & { content: unknown; updatedAt: Date; teamId: unknown }) {
  const { teamId: _teamId, updatedAt, content, ...policy } = row
  return { ...policy, content: content as PolicyContent, updatedAt: updatedAt.toISOString() }
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw policyNameTaken({ name }, { field: 'body.name' })
    throw error
  }
}
