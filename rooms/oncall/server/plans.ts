import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { planSaved } from '../contract/facts.ts'
import { planNotFound } from './errors.ts'
import type { Docs, PlanKind } from './tables.ts'

export interface Plan<K extends PlanKind> {
  id: number
  name: string
  doc: Docs[K]
  version: number
  updatedAt: string
}

/** Schedules, ladders or providers that are not removed, by name. */
export async function plansOf<K extends PlanKind>(reader: Reader, kind: K, id?: number): Promise<Plan<K>[]> {
  let query = reader
    .selectFrom('oncall.plan')
    .select(['id', 'name', 'doc', 'version', 'updatedAt'])
    .where('kind', '=', kind)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, doc: row.doc as Docs[K], updatedAt: row.updatedAt.toISOString() }))
}

export async function planById<K extends PlanKind>(reader: Reader, kind: K, id: number): Promise<Plan<K>> {
  const [found] = await plansOf(reader, kind, id)
  if (!found) throw planNotFound({ id })
  return found
}

/** Whether a ladder is still there to page by. */
export const ladderStands = async (reader: Reader, id: number) => (await plansOf(reader, 'ladder', id)).length > 0

interface Wish<K extends PlanKind> {
  name: string
  doc: Docs[K]
  secret?: Buffer
}

export async function addPlan<K extends PlanKind>(tx: Tx, kind: K, { name, doc, secret }: Wish<K>): Promise<Plan<K>> {
  const { id } = await tx
    .insertInto('oncall.plan')
    .values({
      kind,
      name: name.trim(),
      doc: sql`${JSON.stringify(doc)}::jsonb`,
      secret: secret ?? null,
      updatedAt: tx.now,
      removedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return keepVersion(tx, kind, id)
}

export async function changePlan<K extends PlanKind>(
  tx: Tx,
  kind: K,
  id: number,
  { name, doc, secret }: Wish<K>,
  ifMatch?: string,
): Promise<Plan<K>> {
  const before = await lockPlan(tx, kind, id)
  if (ifMatch !== undefined && ifMatch !== String(before.version))
    throw stale(undefined, { extra: { current: await planById(tx, kind, id) } })
  await tx
    .updateTable('oncall.plan')
    .set({
      name: name.trim(),
      doc: sql`${JSON.stringify(doc)}::jsonb`,
      ...(secret ? { secret } : {}),
      version: before.version + 1,
      updatedAt: tx.now,
    })
    .where('id', '=', id)
    .execute()
  return keepVersion(tx, kind, id)
}

export async function dropPlan(cx: Cx, kind: PlanKind, id: number, guard: (tx: Tx) => Promise<void>): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, version } = await lockPlan(tx, kind, id)
    await guard(tx)
    await tx.updateTable('oncall.plan').set({ removedAt: tx.now, secret: null }).where('id', '=', id).execute()
    await tell(tx, planSaved, id, { kind, name, version, removed: true })
  })
}

export async function versionsOf<K extends PlanKind>(reader: Reader, _kind: K, id: number) {
  const rows = await reader
    .selectFrom('oncall.planVersion')
    .select(['version', 'name', 'doc', 'savedByName', 'savedAt'])
    .where('planId', '=', id)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  if (rows.length === 0) throw planNotFound({ id })
  return {
    items: rows.map(({ savedByName, savedAt, doc, ...row }) => ({
      ...row,
      doc: doc as Docs[K],
      savedBy: savedByName,
      savedAt: savedAt.toISOString(),
    })),
  }
}

async function lockPlan(tx: Tx, kind: PlanKind, id: number) {
  const row = await tx
    .selectFrom('oncall.plan')
    .select(['name', 'version'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw planNotFound({ id })
  return row
}

async function keepVersion<K extends PlanKind>(tx: Tx, kind: K, id: number): Promise<Plan<K>> {
  const saved = await planById(tx, kind, id)
  const { name, doc, version } = saved
  await tx
    .insertInto('oncall.planVersion')
    .values({
      planId: id,
      version,
      name,
      doc: sql`${JSON.stringify(doc)}::jsonb`,
      savedByName: tx.actor.name,
      savedAt: tx.now,
    })
    .execute()
  await tell(tx, planSaved, id, { kind, name, version, removed: false })
  return saved
}
