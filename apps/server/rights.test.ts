import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltInRole } from '../../platform/access/permission.ts'
import type { Route } from '../../platform/http/on.ts'
import { rooms } from './compose.ts'
import { routesOf } from './routes.ts'
import { type Answer, type Speaker, startDesk, type TestDesk } from './testkit.ts'

/**
 * Tries every route as everybody. What is declared must be what happens: no more for whoever lacks the right, no less for
 * whoever has it. What a right lets one see of a thing is tested in the room of the thing.
 */
type Who = [name: string, role: BuiltInRole | undefined, enter: (desk: TestDesk) => Promise<Speaker>]

const everybody: Who[] = [
  ['anonymous', undefined, async (desk) => desk.anonymous],
  ['requester', 'requester', (desk) => desk.as('requester')],
  ['other requester', 'requester', (desk) => desk.as('requester')],
  ['technician', 'technician', (desk) => desk.as('technician')],
  ['lead', 'lead', (desk) => desk.as('lead')],
  ['administrator', 'administrator', (desk) => desk.as('administrator')],
  ['API key', 'technician', (desk) => desk.asKey('technician')],
]

const permissions = rooms.flatMap((room) => room.permissions ?? [])
const routes = routesOf(rooms)
/** They end the session they are sent with, so each needs one of its own. */
const endsSession = new Set(['DELETE /api/v1/session', 'DELETE /api/v1/me/sessions'])

function wanted(route: Route): readonly string[] | 'open' | 'signed-in' {
  const { access } = route.options
  if (access === 'open') return 'open'
  if (access === 'signed-in') return 'signed-in'
  return typeof access === 'string' ? [access] : access
}

function verdictFor(route: Route, role: BuiltInRole | undefined): string | undefined {
  const access = wanted(route)
  if (access === 'open') return undefined
  if (role === undefined) return 'access.sign_in_needed'
  if (access === 'signed-in') return undefined
  const held = permissions.filter((permission) => permission.roles.includes(role)).map((permission) => permission.name)
  return access.some((name) => held.includes(name)) ? undefined : 'access.forbidden'
}

let desk: TestDesk
const speakers = new Map<string, Speaker>()

beforeAll(async () => {
  desk = await startDesk()
  for (const [name, , enter] of everybody) speakers.set(name, await enter(desk))
})
afterAll(() => desk.stop())

function send(speaker: Speaker, { endpoint }: Route): Promise<Answer> {
  const url = endpoint.path.replace(/:\w+/g, '987654321')
  if (endpoint.method === 'GET') return speaker.get(url)
  if (endpoint.method === 'DELETE') return speaker.delete(url)
  const body = endpoint.body ? {} : undefined
  if (endpoint.method === 'POST') return speaker.post(url, body)
  return endpoint.method === 'PUT' ? speaker.put(url, body) : speaker.patch(url, body)
}

/** Signing in, what the sign-in page shows, and links that carry a secret of their own. */
const meantForStrangers = new Set([
  'DELETE /api/v1/session',
  'GET /api/docs',
  'GET /api/openapi.json',
  'GET /api/v1/announcements',
  'GET /api/v1/confirmations/:token',
  'GET /api/v1/desk',
  'GET /api/v1/health',
  'GET /api/v1/mail-subscriptions/:token',
  'GET /api/v1/on-call/feeds/:token',
  'GET /api/v1/on-call/page-links/:token',
  'POST /api/v1/confirmations/:token',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/look-up',
  'POST /api/v1/mail-subscriptions/:token',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/redeem',
  'POST /api/v1/session',
  'POST /api/v1/set-up',
  'POST /api/v1/sign-in-links',
  'POST /api/v1/sign-in-links/redeem',
  'POST /stop/:token',
  'PUT /api/v1/on-call/page-links/:token',
])

const rightsCodes = ['access.sign_in_needed', 'access.forbidden']

describe.each(everybody)('as %s', (name, role, enter) => {
  it.each(routes.map((route) => [`${route.endpoint.method} ${route.endpoint.path}`, route] as const))(
    '%s',
    async (line, route) => {
      const speaker = endsSession.has(line) ? await enter(desk) : (speakers.get(name) as Speaker)
      const answer = await send(speaker, route)
      const found = rightsCodes.find((code) => answer.body?.code === code)
      expect(found).toBe(verdictFor(route, role))
      expect(answer.status, answer.text).toBeLessThan(500)
    },
  )
})

describe('the declarations', () => {
  it('name only permissions that a room declares', () => {
    const known = new Set(permissions.map((permission) => permission.name))
    const asked = routes.flatMap((route) => {
      const access = wanted(route)
      return typeof access === 'string' ? [] : access
    })
    expect(asked.filter((name) => !known.has(name))).toEqual([])
  })

  it('let a stranger through only where that is meant', () => {
    const open = routes.filter((route) => wanted(route) === 'open')
    const lines = open.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)
    expect(lines.filter((line) => !meantForStrangers.has(line))).toEqual([])
  })
})
