import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { FieldName } from '../contract/conditions.ts'
import type { Mentioned, Rule } from '../contract/http-rules.ts'
import type { RuleText } from './decide.ts'
import { ruleNotFound } from './errors.ts'
import { findOddities, type Meant } from './find-oddities.ts'
import { readRules } from './known.ts'

const countedDays = 30
const countedAtMost = 10_000

export async function listRules(cx: Cx) {
  const rows = await select(cx.db, cx.now).orderBy('r.position').execute()
  const findings = await odditiesOf(cx.db, await readRules(cx.db))
  return { items: rows.map(present), nextCursor: null, findings, mentioned: await namesIn(cx.db, rows) }
}

/** Teams and services are few and known to every screen; persons and organisations are many. */
async function namesIn(reader: Reader, rules: readonly Pick<Rule, 'conditions' | 'outcome'>[]): Promise<Mentioned> {
  const tests = rules.flatMap(({ conditions }) => [
    ...conditions.tests,
    ...conditions.groups.flatMap((group) => group.tests),
  ])
  const idsOf = (field: FieldName) =>
    tests.filter((test) => test.field === field).flatMap((test) => (test.values ?? []).map(Number))
  const persons = [...idsOf('requester'), ...rules.flatMap((rule) => rule.outcome.assigneeId ?? [])]
  const organisations = idsOf('organisation')
  const names = (table: 'people.person' | 'people.organisation', ids: readonly number[]) =>
    ids.length === 0 ? [] : reader.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  return {
    persons: await names('people.person', persons),
    organisations: await names('people.organisation', organisations),
  }
}

export async function viewRule(reader: Reader, id: number, now: Date): Promise<Rule> {
  const row = await select(reader, now).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw ruleNotFound()
  return present(row)
}

export async function odditiesOf(reader: Reader, rules: readonly RuleText[]) {
  return findOddities(rules, await meantBy(reader))
}

async function meantBy(reader: Reader): Promise<Meant> {
  const teams = await reader
    .selectFrom('people.team')
    .select(['id', 'name', 'tier', 'visibility'])
    .orderBy('name')
    .execute()
  const members = await reader
    .selectFrom('people.teamMember as m')
    .innerJoin('people.team as t', 't.id', 'm.teamId')
    .select(['m.teamId', 'm.personId'])
    .where('t.visibility', '=', 'members')
    .execute()
  const inside = new Set(members.map((row) => `${row.teamId} ${row.personId}`))
  const known = new Map(teams.map((row) => [row.id, { ...row, open: row.visibility === 'everyone' }]))
  return {
    teams: known,
    mayHold: (teamId, personId) => known.get(teamId)?.open === true || inside.has(`${teamId} ${personId}`),
  }
}

export async function listVersions(cx: Cx, id: number) {
  const rows = await cx.db
    .selectFrom('routing.ruleVersion')
    .select(['version', 'name', 'active', 'conditions', 'outcome', 'stop', 'at', 'byName as by'])
    .where('ruleId', '=', id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()
  if (rows.length === 0) throw ruleNotFound()
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor: null }
}

function select(reader: Reader, now: Date) {
  return reader
    .selectFrom('routing.rule as r')
    .select(['r.id', 'r.position', 'r.name', 'r.active', 'r.conditions', 'r.outcome', 'r.stop', 'r.changedBy'])
    .select(['r.updatedAt', 'r.version'])
    .select(
      sql<number>`(select count(*)::int from (select from routing.rule_match m where m.rule_id = r.id
        and m.at > ${now}::timestamptz - make_interval(days => ${countedDays}) limit ${countedAtMost}) counted)`.as(
        'matched',
      ),
    )
}

function present({ updatedAt, ...row }: Omit<Rule, 'updatedAt'> & { updatedAt: Date }): Rule {
  return { ...row, updatedAt: updatedAt.toISOString() }
}
