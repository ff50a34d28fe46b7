import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { triggerSaved } from '../contract/facts.ts'
import type { Rule, Trigger } from '../contract/http-triggers.ts'
import { nobodyNamed, triggerNotFound, versionNotFound } from './errors.ts'
import { forgetSilence, watchForSilence } from './silence.ts'
import { triggers } from './triggers.ts'
import { watchCrowdsFromNow } from './watch-crowds.ts'

interface Wish {
  name: string
  active: boolean
  rule: Rule
}

const countedDays = 30

export async function viewTriggers(cx: Cx): Promise<{ items: Trigger[] }> {
  return { items: await present(cx.db, cx.now) }
}

async function present(reader: Reader, now: Date, id?: number): Promise<Trigger[]> {
  const since = new Date(now.getTime() - countedDays * 86_400_000)
  let query = reader
    .selectFrom('escalation.trigger as t')
    .selectAll('t')
    .select(
      sql<number>`(select count(*)::int from escalation.firing f where f.trigger_id = t.id and f.fired_at >= ${since})`.as(
        'fired',
      ),
    )
    .where('t.removedAt', 'is', null)
    .orderBy('t.id')
  if (id !== undefined) query = query.where('t.id', '=', id)
  const rows = await query.execute()
  return rows.map(({ id, name, active, rule, fired, version, updatedAt }) => ({
    id,
    name,
    active,
    rule,
    fired,
    version,
    updatedAt: updatedAt.toISOString(),
  }))
}

export async function addTrigger(cx: Cx, wish: Wish): Promise<Trigger> {
  return cx.tx(async (tx) => {
    assertTells(wish)
    const { id } = await tx
      .insertInto('escalation.trigger')
      .values({ ...columns(wish), createdAt: tx.now, updatedAt: tx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return keepVersion(tx, id, wish, 1)
  })
}

export async function changeTrigger(cx: Cx, id: number, wish: Wish, ifMatch?: string): Promise<Trigger> {
  return cx.tx(async (tx) => {
    assertTells(wish)
    const before = await lockTrigger(tx, id)
    if (ifMatch !== undefined && ifMatch !== String(before.version))
      throw stale(undefined, { extra: { current: (await present(tx, tx.now, id))[0] } })
    const version = before.version + 1
    await tx
      .updateTable('escalation.trigger')
      .set({ ...columns(wish), version, updatedAt: tx.now })
      .where('id', '=', id)
      .execute()
    return keepVersion(tx, id, wish, version)
  })
}

export async function removeTrigger(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, version } = await lockTrigger(tx, id)
    await tx.updateTable('escalation.trigger').set({ removedAt: tx.now }).where('id', '=', id).execute()
    await forgetSilence(tx, id)
    await triggers.forget(tx)
    await tell(tx, triggerSaved, id, { name, version, removed: true })
  })
}

export async function viewTriggerVersions(reader: Reader, id: number) {
  const rows = await reader
    .selectFrom('escalation.triggerVersion')
    .selectAll()
    .where('triggerId', '=', id)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  if (rows.length === 0) throw triggerNotFound({ id })
  return {
    items: rows.map(({ version, name, active, rule, savedByName, savedAt }) => ({
      version,
      name,
      active,
      rule,
      savedBy: savedByName,
      savedAt: savedAt.toISOString(),
    })),
  }
}

/** What a trigger was once it is again, as a version of its own. */
export async function restoreTrigger(cx: Cx, id: number, version: number): Promise<{ version: number }> {
  const was = await cx.db
    .selectFrom('escalation.triggerVersion')
    .select(['name', 'active', 'rule'])
    .where('triggerId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!was) throw versionNotFound()
  return { version: (await changeTrigger(cx, id, was)).version }
}

const columns = ({ name, active, rule }: Wish) => ({
  name: name.trim(),
  active,
  rule: sql`${JSON.stringify(rule)}::jsonb`,
})

function assertTells({ rule: { tell: to } }: Wish): void {
  if (!to.leads && to.persons.length === 0 && to.roleId === null && !to.ladderId)
    throw nobodyNamed(undefined, { field: 'body.rule.tell' })
}

async function lockTrigger(tx: Tx, id: number) {
  const trigger = await tx
    .selectFrom('escalation.trigger')
    .select(['name', 'version'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!trigger) throw triggerNotFound({ id })
  return trigger
}

async function keepVersion(tx: Tx, triggerId: number, wish: Wish, version: number): Promise<Trigger> {
  await tx
    .insertInto('escalation.triggerVersion')
    .values({ triggerId, version, ...columns(wish), savedByName: tx.actor.name, savedAt: tx.now })
    .execute()
  await forgetSilence(tx, triggerId)
  const { when } = wish.rule
  if (wish.active && when.kind === 'idle') await watchForSilence(tx, triggerId, when.minutes)
  if (wish.active && when.kind === 'similar') await watchCrowdsFromNow(tx, triggerId)
  await triggers.forget(tx)
  await tell(tx, triggerSaved, triggerId, { name: wish.name.trim(), version, removed: false })
  const [saved] = await present(tx, tx.now, triggerId)
  return saved as Trigger
}
