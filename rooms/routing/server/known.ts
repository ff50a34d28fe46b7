import type { Reader } from '../../../platform/db/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import type { Method } from '../contract/shapes.ts'
import { type CompiledRule, compileRules, type RuleText } from './decide.ts'

/** How a team gives out its tickets, as far as it must be known before the team is asked. */
export interface KnownTeam {
  id: number
  name: string
  tier: number
  open: boolean
  method: Method
  skills: boolean
}

/** All that says where tickets go, ready for deciding. */
export interface Known {
  rules: readonly CompiledRule[]
  /** Whether a rule asks for what only a question to the database can tell: where a mail came from. */
  asksMail: boolean
  teams: ReadonlyMap<number, KnownTeam>
  firstContactId: number | null
  /** The skills a category needs: its own, or those of the nearest above it. */
  skillsOf(categoryId: number | null): readonly string[]
  /** Categories that need a skill which is not among these. */
  categoriesNeedingOther(skills: readonly string[]): number[]
  compile(rules: readonly RuleText[]): CompiledRule[]
}

/** Read once; whatever it is made of forgets it when it changes (see `facts.ts`). */
export const known = keepInMemory('routing', readKnown)

async function readKnown(reader: Reader): Promise<Known> {
  const rules = await readRules(reader)
  const teams = await readTeams(reader)
  const desk = await reader.selectFrom('routing.desk').select('firstContactId').executeTakeFirst()
  const categories = await reader.selectFrom('catalog.category').select(['id', 'parentId', 'mergedIntoId']).execute()
  const needs = await reader.selectFrom('routing.skillNeed').selectAll().execute()
  const calendarsNow = await calendars.get(reader)
  const above = new Map(categories.map((row) => [row.id, row.mergedIntoId ?? row.parentId]))
  const compile = (texts: readonly RuleText[]) =>
    compileRules(texts, { within: treeOf(above), calendars: calendarsNow })
  const needOf = new Map(needs.map((row) => [row.categoryId, row.skills]))
  const skillsOf = (categoryId: number | null): readonly string[] => {
    for (let id = categoryId; id !== null; id = above.get(id) ?? null) {
      const found = needOf.get(id)
      if (found) return found
    }
    return []
  }
  return {
    rules: compile(rules),
    asksMail: asksMail(rules),
    teams: new Map(teams.map((team) => [team.id, team])),
    firstContactId: desk?.firstContactId ?? null,
    skillsOf,
    categoriesNeedingOther(skills) {
      const has = new Set(skills.map((skill) => skill.toLowerCase()))
      return needs.length === 0
        ? []
        : categories.flatMap(({ id }) => (skillsOf(id).every((skill) => has.has(skill.toLowerCase())) ? [] : [id]))
    },
    compile,
  }
}

export async function readRules(reader: Reader): Promise<RuleText[]> {
  return reader
    .selectFrom('routing.rule')
    .select(['id', 'version', 'position', 'name', 'active', 'conditions', 'outcome', 'stop'])
    .orderBy('position')
    .execute()
}

async function readTeams(reader: Reader): Promise<KnownTeam[]> {
  const rows = await reader
    .selectFrom('people.team as t')
    .leftJoin('routing.team as r', 'r.teamId', 't.id')
    .select(['t.id', 't.name', 't.tier', 't.visibility', 'r.method', 'r.skills'])
    .orderBy('t.name')
    .execute()
  return rows.map(({ visibility, method, skills, ...team }) => ({
    ...team,
    open: visibility === 'everyone',
    method: method ?? 'pull',
    skills: skills ?? true,
  }))
}

/** A merged category counts as one below that which it was merged into. */
function treeOf(above: ReadonlyMap<number, number | null>) {
  const below = new Map<number, number[]>()
  for (const [id, parent] of above) if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), id])
  return (id: number): ReadonlySet<number> => {
    const found = new Set([id])
    for (const each of found) for (const child of below.get(each) ?? []) found.add(child)
    return found
  }
}

function asksMail(rules: readonly RuleText[]): boolean {
  const fields = rules
    .filter((rule) => rule.active)
    .flatMap(({ conditions }) => [...conditions.tests, ...conditions.groups.flatMap((group) => group.tests)])
    .map((test) => test.field)
  return fields.some((field) => ['mailbox', 'sender_address', 'sender_domain'].includes(field))
}
