import { describe, expect, test } from 'vitest'
import { seedFile } from './files/index.ts'
import { demoAccounts, people } from './people.ts'
import { planWorld } from './plan.ts'
import { scenarios } from './scenarios.ts'
import { services } from './services.ts'
import { teams } from './teams.ts'

const base = new Date('2026-03-18T10:30:00Z')
const world = planWorld(base)
const spoken = (ticket: (typeof world)[number]) => [
  ticket.subject,
  ticket.description,
  ...ticket.events.flatMap((event) =>
    Object.entries(event).flatMap(([key, value]) =>
      ['text', 'cause', 'action', 'verification'].includes(key) ? [String(value)] : [],
    ),
  ),
]

describe('the harbour hospital', () => {
  test('has the promised size', () => {
    expect(people.length).toBeGreaterThanOrEqual(60)
    expect(new Set(people.map((person) => person.email)).size).toBe(people.length)
    expect(services).toHaveLength(12)
    expect(teams).toHaveLength(5)
    expect(scenarios.length).toBeGreaterThanOrEqual(70)
    expect(world).toHaveLength(300)
  })

  test('is the same twice', () => {
    expect(planWorld(base)).toEqual(world)
  })

  test('moves with its base time', () => {
    const later = planWorld(new Date('2026-09-01T16:00:00Z'))
    expect(later.at(-1)?.openedAt.getTime()).toBeGreaterThan(new Date('2026-08-28T00:00:00Z').getTime())
  })

  test('shows every status', () => {
    const seen = new Set(world.map((ticket) => ticket.outcome))
    expect([...seen].sort()).toEqual([
      'closed',
      'in_progress',
      'new',
      'open',
      'resolved',
      'waiting_requester',
      'waiting_until',
      'waiting_vendor',
    ])
  })

  test('happens in order, in 90 days, and not in the future', () => {
    for (const ticket of world) {
      let before = ticket.openedAt
      expect(base.getTime() - ticket.openedAt.getTime()).toBeLessThanOrEqual(90 * 86_400_000)
      for (const event of ticket.events) {
        expect(event.at.getTime()).toBeGreaterThanOrEqual(before.getTime())
        expect(event.at.getTime()).toBeLessThan(base.getTime())
        before = event.at
      }
    }
  })

  test('leaves no slot or choice unfilled', () => {
    for (const ticket of world) for (const text of spoken(ticket)) expect(text).not.toMatch(/[{}]|\[\[|\]\]|undefined/)
  })

  test('names only categories, people and files that exist', () => {
    for (const ticket of world) {
      const service = services.find((one) => one.key === ticket.scenario.service)
      const names = service?.categories.flatMap((category) => [
        category.name,
        ...(category.children ?? []).map((child) => child.name),
      ])
      expect(names).toContain(ticket.scenario.category)
      for (const name of ticket.files)
        expect(
          seedFile(name, { subject: '', requester: '', department: '', date: '', slots: ticket.slots }).content.length,
        ).toBeGreaterThan(20)
    }
    for (const account of demoAccounts) expect(people.map((person) => person.key)).toContain(account.person)
  })

  test('does not repeat itself', () => {
    const seen = new Map<string, number>()
    for (const ticket of world) {
      const both = `${ticket.subject}\n${ticket.description}`
      seen.set(both, (seen.get(both) ?? 0) + 1)
    }
    expect([...seen].filter(([, times]) => times > 1)).toEqual([])
  })
})
