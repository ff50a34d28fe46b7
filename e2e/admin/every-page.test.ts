import { beforeAll, expect, test } from 'vitest'
import { type Visit, visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()
let admin: { id: number }
let schedule: unknown
let ladder: unknown

/** A little of everything, so that no page is empty. */
beforeAll(async () => {
  const { desk } = on
  admin = await desk.person('administrator', { name: 'Miriam Okafor', email: 'miriam@harbour.example' })
  const say = await speakAs(desk, admin)
  const team = await say('POST', '/api/v1/teams', { name: 'Service desk', tier: 1 })
  await say('PUT', `/api/v1/teams/${team.id}/members/${admin.id}`, { lead: true, skills: ['printers'] })
  await say('POST', '/api/v1/organisations', { name: 'Radiology', domains: ['radiology.example'] })
  await say('POST', '/api/v1/invitations', { email: 'lena@harbour.example', name: 'Lena Hart', roleId: 2 })
  await say('POST', '/api/v1/api-keys', { name: 'Monitoring', roleId: 2 })
  await say('POST', '/api/v1/mailboxes', { address: 'help@harbour.example', name: 'IT Service Desk' })
  const rotation = { persons: [admin.id], every: 1, unit: 'week', startsOn: '2024-01-01', handOverAt: 540, hours: [] }
  const doc = { timeZone: 'Europe/Berlin', layers: [{ key: 'first', name: 'First line', rotations: [rotation] }] }
  schedule = (await say('POST', '/api/v1/on-call/schedules', { name: 'Nights', doc })).id
  const to = { kind: 'layer', scheduleId: schedule, layer: 'first' }
  const steps = [{ to, ways: ['mail'], providerId: null, thenAfterMinutes: 5 }]
  ladder = (await say('POST', '/api/v1/on-call/ladders', { name: 'Nights', doc: { rounds: 1, steps } })).id
  await say('POST', '/api/v1/canned-replies', { title: 'Password', html: '<p>Hello {{requester.firstName}}</p>' })
})

const looks: ReadonlyArray<readonly [string, Visit]> = [
  ['on a computer', {}],
  ['on a phone, dark, in German', { phone: true, dark: true, language: 'de' }],
]
test.each(looks)(
  'every page of the administration is in order %s',
  async (_look, look) => {
    const visitor = await visit(on.browser, on.desk, { ...look, as: admin })
    for (const path of [
      '',
      '/services',
      '/services?edit=new',
      '/services/4',
      '/categories?edit=1',
      '/priorities',
      '/rules',
      '/rules?edit=new',
      '/routing',
      '/servicelevels?edit=1',
      '/agreements?edit=new',
      '/calendars?edit=1',
      '/paths',
      '/triggers?edit=new',
      '/schedules?edit=new',
      `/schedules?edit=${schedule}`,
      `/ladders?edit=${ladder}`,
      '/ladders?edit=new',
      '/chats?edit=new',
      '/providers?edit=new',
      '/replies?edit=1',
      `/people?edit=${admin.id}`,
      '/organisations?edit=1',
      '/teams?edit=1',
      '/roles',
      '/roles/2',
      '/invitations?edit=new',
      '/doors',
      '/mailboxes?edit=1',
      '/inbound',
      '/outbox',
      '/settings',
      '/desk',
      '/keys?edit=new',
    ]) {
      await visitor.open(`/desk/admin${path}`)
      await expectInOrder(visitor.page)
    }
    await visitor.leave()
  },
  420_000,
)

test('a page that is not in their menu tells a technician so, and offers nothing', async () => {
  const tom = await on.desk.person('technician', { name: 'Tom Reed', email: 'tom@harbour.example' })
  const { page, open, leave } = await visit(on.browser, on.desk, { as: tom })
  for (const path of ['', '/teams?edit=new', '/roles/2', '/settings', '/outbox']) {
    await open(`/desk/admin${path}`)
    await page.getByRole('heading', { name: 'You may not do that' }).waitFor()
    expect(await page.getByRole('main').getByRole('button').count(), path).toBe(0)
  }
  await expectInOrder(page)
  await leave()
})
