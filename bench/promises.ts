import type { HttpClient, Reply } from './product/speak-http.ts'

const done = ({ status, body }: Reply) => {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body).slice(0, 300)}`)
  return body
}

const policyCount = 10
const ruleCount = 20
const wards = ['radiology', 'pharmacy', 'laboratory', 'maternity', 'archive']

interface Item {
  id: number
  name: string
  active: boolean
}

export const parts = ['policies', 'rules', 'triggers'] as const
export type Part = (typeof parts)[number]

/** Has these parts on and the others off; makes those of a grown desk at first. */
export async function switchOn(admin: HttpClient, parts: readonly Part[]): Promise<void> {
  await makeThem(admin)
  for (const policy of await all(admin, '/api/v1/sla-policies'))
    if (policy.active !== parts.includes('policies'))
      done(
        await admin.put(`/api/v1/sla-policies/${policy.id}`, {
          name: policy.name,
          active: !policy.active,
          content: policy.content,
        }),
      )
  for (const rule of await all(admin, '/api/v1/routing-rules'))
    if (rule.active !== parts.includes('rules'))
      done(await admin.patch(`/api/v1/routing-rules/${rule.id}`, { active: !rule.active }))
  for (const trigger of await all(admin, '/api/v1/escalation-triggers'))
    if (trigger.active !== parts.includes('triggers'))
      done(
        await admin.put(`/api/v1/escalation-triggers/${trigger.id}`, {
          name: trigger.name,
          active: !trigger.active,
          rule: trigger.rule,
        }),
      )
}

/**
 * The team to which the last rule sends what no other took gets what goes nowhere without rules too. So as many people are told
 * of a new ticket with rules as without, and the comparison is of the rules.
 */
export async function sendAllToOneTeam(admin: HttpClient): Promise<void> {
  const teams: Item[] = done(await admin.get('/api/v1/teams')).items
  const { id } = teams[(ruleCount - 1) % teams.length] as Item
  done(await admin.patch(`/api/v1/team-routing/${id}`, { firstContact: true }))
}

async function makeThem(admin: HttpClient): Promise<void> {
  const policies = await all(admin, '/api/v1/sla-policies')
  if (policies.length >= policyCount) return
  const [standard] = policies
  const teams: Item[] = done(await admin.get('/api/v1/teams')).items
  // Conditions that no ticket of the load fulfils: each is looked at, and the last one takes it.
  for (let nth = policies.length; nth < policyCount; nth++)
    done(
      await admin.post('/api/v1/sla-policies', {
        name: `For ${wards[nth % wards.length]} ${nth}`,
        active: true,
        content: { ...standard?.content, conditions: { tags: [`ward-${nth}`], vip: nth % 2 === 0 || undefined } },
      }),
    )
  const owed = {
    calendarId: null,
    pauseOn: [],
    warnAt: [80],
    goals: { critical: 60, high: 120, moderate: 480, low: 960 },
  }
  for (const { id } of teams.slice(0, 20))
    await admin.post('/api/v1/team-agreements', { teamId: id, active: true, content: owed })
  for (let nth = 0; nth < ruleCount; nth++)
    done(
      await admin.post('/api/v1/routing-rules', {
        name: `To ${teams[nth % teams.length]?.name} ${nth}`,
        // The last of them takes what no other took.
        conditions:
          nth < ruleCount - 1
            ? {
                match: 'all',
                tests: [{ field: 'words', op: 'contains', values: [`${wards[nth % wards.length]} ${nth}`] }],
                groups: [],
              }
            : { match: 'all', tests: [], groups: [] },
        outcome: { teamId: teams[nth % teams.length]?.id },
      }),
    )
  for (const [nth, when] of triggers.entries())
    done(
      await admin.post('/api/v1/escalation-triggers', {
        name: `Trigger ${nth}`,
        active: true,
        rule: { when, only: {}, tell: { leads: true, persons: [], roleId: null } },
      }),
    )
}

const triggers = [
  { kind: 'priority', priorities: ['critical'] },
  { kind: 'sla', percent: 80 },
  { kind: 'sla', percent: 100 },
  { kind: 'vip' },
  { kind: 'reopened', times: 2 },
  { kind: 'returned', times: 2 },
  { kind: 'idle', minutes: 2880 },
  { kind: 'keyword', words: ['ransomware', 'data breach', 'evacuation'] },
  { kind: 'similar', times: 50, minutes: 15 },
  { kind: 'urgent' },
]

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
async function all(admin: HttpClient, path: string): Promise<any[]> {
  return done(await admin.get(path)).items
}
