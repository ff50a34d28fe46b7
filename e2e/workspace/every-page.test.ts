import { beforeAll, expect, test } from 'vitest'
import { axeFinds, isTooWide, type Visit, visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()
let ben: { id: number }
let number: number
let resolved: number

beforeAll(async () => {
  const { desk } = on
  // A lead, who may see whatever the workspace has.
  ben = await desk.person('lead', { name: 'Ben Okafor', email: 'ben@harbour.example', teams: ['Service desk'] })
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const requester = await speakAs(desk, ana)
  const technician = await speakAs(desk, ben)
  const ask = async (subject: string) =>
    Number((await requester('POST', '/api/v1/tickets', { subject, description: 'Since Monday.' })).number)
  number = await ask('The screen flickers')
  resolved = await ask('The screen stays dark')
  const html = '<p>Is the <strong>cable</strong> tight?</p>'
  await technician('POST', `/api/v1/tickets/${number}/messages`, { kind: 'reply', html })
  await technician('POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', html })
  await technician('PATCH', `/api/v1/tickets/${number}`, { tags: ['screen', 'ward-4'], affectedThing: 'PC-0412' })
  const start = { persons: [ben.id], every: 1, unit: 'week', startsOn: '2024-01-01', handOverAt: 540, hours: [] }
  const layers = [{ key: 'first', name: 'First line', rotations: [start] }]
  const admin = await speakAs(desk, await desk.person('administrator', { name: 'Vera', email: 'vera@harbour.example' }))
  await admin('POST', '/api/v1/on-call/schedules', { name: 'Nights', doc: { timeZone: 'Europe/Berlin', layers } })
  const title = 'Screens flicker everywhere'
  await technician('POST', `/api/v1/tickets/${number}/major-incident`, { title, banner: true })
  await technician('POST', `/api/v1/major-incidents/${number}/updates`, { text: 'We are on it.', public: true })
  const resolution = { cause: 'A loose cable.', action: 'Fixed it.', verification: 'Ana sees a picture.' }
  await technician('POST', `/api/v1/tickets/${resolved}/resolution`, resolution)
})

const looks: ReadonlyArray<readonly [string, Visit]> = [
  ['on a computer', {}],
  ['on a phone, dark, in German', { phone: true, dark: true, language: 'de' }],
]

test.each(looks)(
  'Every page of the workspace is in order %s',
  async (_name, look) => {
    const { desk, browser } = on
    const { page, open, leave } = await visit(browser, desk, { ...look, as: ben })
    const paths = [
      '/desk',
      '/desk?list=open',
      '/desk?list=closed',
      '/desk/search',
      '/desk/search?q=screen',
      '/desk/new',
      '/desk/first',
      '/desk/board',
      '/desk/on-call',
      '/desk/major-incidents',
      `/desk/major-incidents/${number}`,
      '/desk/escalations',
      '/desk/profile',
    ]
    const tickets = [`/desk/tickets/${number}`, `/desk/tickets/${resolved}?list=all`, '/desk/tickets/999999']
    const faults: string[] = []
    const examine = async () => {
      faults.push(...(await axeFinds(page)).map((fault) => `${page.url()} ${fault}`))
      if (await isTooWide(page)) faults.push(`${page.url()} is wider than the screen`)
    }
    for (const path of [...paths, ...tickets, '/desk/nowhere']) {
      await open(path)
      await examine()
    }
    expect(faults).toEqual([])
    await leave()
    const stranger = await visit(browser, desk, look)
    for (const path of ['/sign-in', '/set-up', '/reset-password', '/invitation']) {
      await stranger.open(path)
      await expectInOrder(stranger.page)
    }
    await stranger.leave()
  },
  300_000,
)
