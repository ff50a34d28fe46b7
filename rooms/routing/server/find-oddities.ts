import type { Conditions, Test } from '../contract/conditions.ts'
import type { Finding } from '../contract/http-rules.ts'
import type { RuleText } from './decide.ts'

/** What rules refer to, to tell what cannot be meant. */
export interface Meant {
  teams: ReadonlyMap<number, { name: string; tier: number; open: boolean }>
  /** Members of private teams; in others anybody may have a ticket. */
  mayHold(teamId: number, personId: number): boolean
}

type Conjunction = readonly Test[]

// "Any" multiplies; beyond so many cases nothing is proved and nothing claimed.
const mostCases = 200

/** Every case in which conditions hold, each a list of tests that hold together. Undefined: too many to look at. */
function casesOf({ match, tests, groups }: Conditions): readonly Conjunction[] | undefined {
  const parts = [
    ...tests.map((test): Conjunction[] => [[test]]),
    ...groups
      .filter((group) => group.tests.length > 0)
      .map((group) => (group.match === 'all' ? [group.tests] : group.tests.map((test): Conjunction => [test]))),
  ]
  if (parts.length === 0) return [[]]
  if (match === 'any') return parts.flat()
  let cases: Conjunction[] = [[]]
  for (const part of parts) {
    if (cases.length * part.length > mostCases) return undefined
    cases = cases.flatMap((before) => part.map((more) => [...before, ...more]))
  }
  return cases
}

const single = new Set<Test['field']>([
  'kind',
  'channel',
  'priority',
  'impact',
  'urgency',
  'service',
  'organisation',
  'requester',
  'mailbox',
  'vip',
  'sender_address',
])

const about = (test: Test) => `${test.field} ${test.key ?? ''}`
const valuesOf = (test: Test) => new Set((test.values ?? []).map((value) => String(value).toLowerCase()))
const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((value) => b.has(value))
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((value) => b.has(value))

/** Two tests that cannot both hold. */
function contradict(a: Test, b: Test): boolean {
  if (about(a) !== about(b)) return false
  const [x, y] = [valuesOf(a), valuesOf(b)]
  if (single.has(a.field) && a.op === 'is' && b.op === 'is') return !overlap(x, y)
  if (a.op === 'is' && b.op === 'is_not') return isSubset(x, y)
  if (a.op === 'is_not' && b.op === 'is') return isSubset(y, x)
  if (a.op === 'contains' && b.op === 'contains_none') return isSubset(x, y)
  if (a.op === 'contains_none' && b.op === 'contains') return isSubset(y, x)
  if (a.op === 'above' && b.op === 'below') return Number(b.values?.[0]) <= Number(a.values?.[0])
  if (a.op === 'below' && b.op === 'above') return Number(a.values?.[0]) <= Number(b.values?.[0])
  const empty = (test: Test) => test.op === 'empty'
  const needs = (test: Test) => !['empty', 'is_not', 'contains_none'].includes(test.op)
  return (empty(a) && needs(b)) || (needs(a) && empty(b))
}

const impossible = (tests: Conjunction) =>
  tests.some((a, index) => tests.slice(index + 1).some((b) => contradict(a, b)))

/** Words in the subject are words in subject or description. */
const isPart = (strong: Test, weak: Test) =>
  weak.field === 'words' &&
  (strong.field === 'subject' || strong.field === 'description') &&
  ['contains', 'contains_all', 'matches'].includes(weak.op)

/** Whether `strong` holds only where `weak` holds too. */
function implies(strong: Test, weak: Test): boolean {
  if (about(strong) !== about(weak) && !isPart(strong, weak)) return false
  if (JSON.stringify(strong.hours ?? null) !== JSON.stringify(weak.hours ?? null)) return false
  const [s, w] = [valuesOf(strong), valuesOf(weak)]
  if (weak.op === 'filled') return !['empty', 'is_not', 'contains_none', 'outside'].includes(strong.op)
  if (strong.op !== weak.op) return false
  if (['is', 'contains', 'starts_with', 'matches'].includes(strong.op)) return isSubset(s, w)
  if (['is_not', 'contains_none', 'has_all', 'contains_all'].includes(strong.op)) return isSubset(w, s)
  if (strong.op === 'above') return Number(strong.values?.[0]) >= Number(weak.values?.[0])
  if (strong.op === 'below') return Number(strong.values?.[0]) <= Number(weak.values?.[0])
  return true
}

const covers = (wide: Conjunction, narrow: Conjunction) =>
  wide.every((weak) => narrow.some((strong) => implies(strong, weak)))

/** Finds without any ticket what cannot be meant: rules that never match, that come too late, or that say nothing. */
export function findOddities(rules: readonly RuleText[], meant: Meant): Finding[] {
  const active = rules.filter((rule) => rule.active).toSorted((a, b) => a.position - b.position)
  const cases = new Map(active.map((rule) => [rule, casesOf(rule.conditions)?.filter((one) => !impossible(one))]))
  return active.flatMap((rule, index) => {
    const own = cases.get(rule)
    const finding = (kind: Finding['kind'], more: Partial<Finding> = {}): Finding => ({
      kind,
      ruleId: rule.id > 0 ? rule.id : null,
      position: rule.position,
      other: null,
      about: null,
      ...more,
    })
    if (own?.length === 0) return [finding('contradiction')]
    const before = active.slice(0, index).find((earlier) => {
      const theirs = earlier.stop ? cases.get(earlier) : undefined
      return theirs && own?.every((narrow) => theirs.some((wide) => covers(wide, narrow)))
    })
    return [
      ...(before ? [finding('shadowed', { other: { id: Math.max(before.id, 1), name: before.name } })] : []),
      ...outcomeOddities(rule, meant).map(([kind, what]) => finding(kind, { about: what })),
    ]
  })
}

function outcomeOddities({ outcome, stop }: RuleText, { teams, mayHold }: Meant): [Finding['kind'], string | null][] {
  const { teamId, tier, assigneeId, priority, tags = [], skills = [] } = outcome
  const found: [Finding['kind'], string | null][] = []
  if (teamId && !teams.has(teamId)) found.push(['unknown', 'team'])
  if (!teamId && tier) {
    const ofTier = [...teams.values()].filter((team) => team.tier === tier && team.open)
    if (ofTier.length === 0) found.push(['unknown', 'tier'])
    if (ofTier.length > 1) found.push(['ambiguous_tier', ofTier[0]?.name ?? null])
  }
  if (teamId && assigneeId && teams.has(teamId) && !mayHold(teamId, assigneeId)) found.push(['not_a_member', null])
  const says = teamId || tier || assigneeId || priority || tags.length > 0 || skills.length > 0
  // One that only stops keeps tickets away from the rules below it: that may be meant.
  if (!says && !stop) found.push(['nothing', null])
  return found
}
