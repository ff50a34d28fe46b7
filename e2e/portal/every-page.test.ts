import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { beforeAll, expect, test } from 'vitest'
import { anOrganisation } from '../../rooms/people/testkit/index.ts'
import { type Visit, visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()
let ana: { id: number }
let colleague: { id: number }
let outsider: { id: number }
let number: number

beforeAll(async () => {
  const { desk } = on
  const ward = await anOrganisation(desk.cx(), { name: 'Ward 4', sharesTickets: true })
  ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example', organisationId: ward.id })
  colleague = await desk.person('requester', { name: 'Cem Aydin', email: 'cem@ward.example', organisationId: ward.id })
  outsider = await desk.person('requester', { name: 'Olaf Berg', email: 'olaf@harbour.example' })
  const requester = await speakAs(desk, ana)
  const words = { subject: 'The screen flickers', description: 'Since Monday.\nOnly in the afternoon.' }
  number = Number((await requester('POST', '/api/v1/tickets', words)).number)
})

const looks: ReadonlyArray<readonly [string, Visit]> = [
  ['on a computer', {}],
  ['on a phone, dark, in German', { phone: true, dark: true, language: 'de' }],
]
test.each(looks)(
  'Every page is in order %s',
  async (_name, look) => {
    const { desk, browser } = on
    const { page, open, leave } = await visit(browser, desk, { ...look, as: ana })
    const paths = ['/', '/ask', '/ask?subject=Help', '/ask/0', '/ask/1', '/tickets', '/tickets?show=closed', '/profile']
    const rest = [
      '/tickets?show=colleagues',
      '/tickets?q=nothing',
      `/tickets/${number}`,
      `/tickets/${number}/sent`,
      '/no',
    ]
    for (const path of [...paths, ...rest]) {
      await open(path)
      await expectInOrder(page)
    }
    await leave()
    const stranger = await visit(browser, desk, look)
    await stranger.open('/tickets/1')
    await expectInOrder(stranger.page)
    await stranger.leave()
  },
  240_000,
)

test('Nothing is too wide at 360 px', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk, { as: ana, phone: true })
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of ['/', '/ask/4', '/tickets', `/tickets/${number}`, '/profile']) {
    await open(path)
    await expectInOrder(page)
  }
  await leave()
}, 300_000)

test('Ana finds her request by a word she wrote in it', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk, { as: ana })
  await open('/tickets?show=closed')
  await page.getByRole('searchbox').fill('afternoon')
  await page.getByRole('link', { name: /The screen flickers/ }).waitFor()
  await expectInOrder(page)
  await page.getByRole('searchbox').fill('zeppelin')
  await page.getByText('Nothing found').waitFor()
  await leave()
})

test('A colleague sees what the organisation shares; nobody else does', async () => {
  const { desk, browser } = on
  const cem = await visit(browser, desk, { as: colleague })
  await cem.open('/tickets?show=colleagues')
  await cem.page.getByRole('link', { name: /The screen flickers.*Ana Ruiz/ }).click()
  await cem.page.getByRole('heading', { name: 'The screen flickers' }).waitFor()
  await cem.leave()
  const olaf = await visit(browser, desk, { as: outsider })
  await olaf.open(`/tickets/${number}`)
  await olaf.page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
  await olaf.leave()
})

test('What cannot be sent is kept and says why', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk, { as: ana })
  await open('/ask/0')
  await page.getByLabel('In a few words').fill('No network')
  await page.route('**/api/v1/tickets', (route) => route.fulfill({ status: 503, json: { code: 'http.busy' } }))
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Nothing was changed and nothing you typed is lost.', { exact: false }).waitFor()
  await expectInOrder(page)
  await page.unroute('**/api/v1/tickets')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('heading', { name: 'We have your request' }).waitFor()
  expect(page.url()).toMatch(/\/tickets\/\d+\/sent$/)
  await leave().catch((complaint) => expect(String(complaint)).toMatch(/503/))
})

test('A session that ended elsewhere brings the door to the page', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk, { as: outsider })
  await open('/tickets')
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Ask for help' }).first().click()
  const door = page.getByRole('dialog', { name: 'Please sign in again' })
  await door.waitFor()
  await door.getByLabel('E-mail address').fill('olaf@harbour.example')
  await door.getByRole('button', { name: 'Send me a link' }).click()
  await door.getByText('Look into your mailbox').waitFor()
  await leave()
})

test('Cem sets up a second factor with the key that his phone is shown', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk, { as: colleague })
  await open('/profile')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('img', { name: 'QR code with the key' }).waitFor()
  await expectInOrder(page)
  const key = ((await page.locator('code').first().textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('Code that the app shows').fill('12')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.locator('[aria-invalid=true]').waitFor()
  await page.getByLabel('Code that the app shows').fill(await createOTP(base32.decode(key)).totp())
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('heading', { name: 'Your backup codes' }).waitFor()
  await expectInOrder(page)
  expect(await page.getByRole('listitem').locator('code').count()).toBe(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('It is on.').waitFor()
  await leave()
})
