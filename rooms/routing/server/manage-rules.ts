import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ruleAdded, ruleChanged, ruleDeleted, rulesReordered } from '../contract/facts.ts'
import type { NewRule, Rule, RuleChange } from '../contract/http-rules.ts'
import { wrongIn } from './check-conditions.ts'
import { badCondition, notAllRules, ruleNotFound, tooManyRules, unknownReference } from './errors.ts'
import { known } from './known.ts'
import { viewRule } from './view-rules.ts'

const most = 300

type Fields = Required<Pick<NewRule, 'name' | 'conditions' | 'outcome' | 'active' | 'stop'>>

export async function addRule(cx: Cx, body: NewRule): Promise<Rule> {
  return cx.tx(async (tx) => {
    await lockRules(tx)
    const fields: Fields = { ...body, name: body.name.trim(), active: body.active ?? true, stop: body.stop ?? true }
    await check(tx, fields)
    const { count } = await tx
      .selectFrom('routing.rule')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count >= most) throw tooManyRules({ most })
    const position = Math.min(body.position ?? count + 1, count + 1)
    await tx
      .updateTable('routing.rule')
      .set({ position: sql`position + 1` })
      .where('position', '>=', position)
      .execute()
    const times = { createdAt: tx.now, updatedAt: tx.now }
    const { id } = await tx
      .insertInto('routing.rule')
      .values({ ...stored(fields), position, changedBy: tx.actor.name, ...times })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepVersion(tx, id)
    await tell(tx, ruleAdded, id, { ...plainFields(fields), version: 1 })
    await known.forget(tx)
    return viewRule(tx, id, tx.now)
  })
}

export async function changeRule(cx: Cx, id: number, change: RuleChange, ifMatch?: string): Promise<Rule> {
  return cx.tx(async (tx) => {
    await lockRules(tx)
    const before = await tx.selectFrom('routing.rule').selectAll().where('id', '=', id).executeTakeFirst()
    if (!before) throw ruleNotFound()
    if (ifMatch !== undefined && ifMatch !== String(before.version))
      throw stale(undefined, { extra: { current: await viewRule(tx, id, tx.now) } })
    const { name, conditions, outcome, active, stop } = { ...before, ...change }
    const fields: Fields = { name: name.trim(), conditions, outcome, active, stop }
    await check(tx, fields)
    await tx
      .updateTable('routing.rule')
      .set({ ...stored(fields), changedBy: tx.actor.name, updatedAt: tx.now, version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
    await keepVersion(tx, id)
    await tell(tx, ruleChanged, id, { ...plainFields(fields), version: before.version + 1 })
    await known.forget(tx)
    return viewRule(tx, id, tx.now)
  })
}

export async function deleteRule(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    await lockRules(tx)
    const gone = await tx
      .deleteFrom('routing.rule')
      .where('id', '=', id)
      .returning(['name', 'position'])
      .executeTakeFirst()
    if (!gone) throw ruleNotFound()
    await tx
      .updateTable('routing.rule')
      .set({ position: sql`position - 1` })
      .where('position', '>', gone.position)
      .execute()
    await tell(tx, ruleDeleted, id, { name: gone.name })
    await known.forget(tx)
  })
}

/** All rules in a new order; refused when somebody has added or deleted one meanwhile. */
export async function orderRules(cx: Cx, ids: readonly number[]): Promise<{ ids: number[] }> {
  return cx.tx(async (tx) => {
    await lockRules(tx)
    const rows = await tx.selectFrom('routing.rule').select('id').execute()
    if (rows.length !== ids.length || rows.some((row) => !ids.includes(row.id))) throw notAllRules()
    await sql`update routing.rule r set position = o.position
      from unnest(${[...ids]}::bigint[]) with ordinality as o (id, position)
      where o.id = r.id and r.position <> o.position`.execute(tx)
    await tell(tx, rulesReordered, 1, { ids: [...ids] })
    await known.forget(tx)
    return { ids: [...ids] }
  })
}

/** Positions are those of the whole list, so it is changed by one at a time. */
async function lockRules(tx: Tx): Promise<void> {
  await sql`lock table routing.rule in share row exclusive mode`.execute(tx)
}

const plainFields = ({ name, conditions, outcome, active, stop }: Fields): Fields => ({
  name,
  conditions,
  outcome,
  active,
  stop,
})

const stored = (fields: Fields) => ({
  ...plainFields(fields),
  conditions: JSON.stringify(fields.conditions),
  outcome: JSON.stringify(fields.outcome),
})

async function keepVersion(tx: Tx, id: number): Promise<void> {
  await sql`insert into routing.rule_version (rule_id, version, name, active, conditions, outcome, stop, at, by_name)
    select id, version, name, active, conditions, outcome, stop, updated_at, changed_by
      from routing.rule where id = ${id}`.execute(tx)
}

async function check(reader: Reader, { conditions, outcome }: Fields): Promise<void> {
  const why = wrongIn(conditions)
  if (why) throw badCondition({ why }, { field: 'body.conditions' })
  if (outcome.teamId) {
    const team = await reader.selectFrom('people.team').select('id').where('id', '=', outcome.teamId).executeTakeFirst()
    if (!team) throw unknownReference({ what: 'team' }, { field: 'body.outcome.teamId' })
  }
  if (outcome.assigneeId) {
    const person = await reader
      .selectFrom('people.person')
      .select('id')
      .where('id', '=', outcome.assigneeId)
      .where('active', '=', true)
      .executeTakeFirst()
    if (!person) throw unknownReference({ what: 'active person' }, { field: 'body.outcome.assigneeId' })
  }
}
