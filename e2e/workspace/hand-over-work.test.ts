import { beforeAll, expect, test } from 'vitest'
import { visit } from '../harness/browser.ts'
import { expectInOrder, type Speak, speakAs, stage } from '../harness/story.ts'

const on = stage()
type Person = { id: number; name: string; email: string }
let lea: Person
let ben: Person
let eva: Person
let kim: Person
let lead: Speak

beforeAll(async () => {
  const { desk } = on
  const first = ['Service desk']
  const vera = await desk.person('administrator', { name: 'Vera Holm', email: 'vera@harbour.example' })
  const admin = await speakAs(desk, vera)
  const { id: second } = await admin('POST', '/api/v1/teams', { name: 'Network', tier: 2 })
  lea = await desk.person('lead', { name: 'Lea Lind', email: 'lea@harbour.example', teams: first })
  ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example', teams: first })
  eva = await desk.person('technician', { name: 'Eva Lund', email: 'eva@harbour.example', teams: first })
  kim = await desk.person('technician', { name: 'Kim Sato', email: 'kim@harbour.example', teams: [Number(second)] })
  lead = await speakAs(desk, lea)
})

async function ticketOf(subject: string, assignee: Person): Promise<number> {
  const { items } = (await lead('GET', '/api/v1/teams')) as { items: { id: number; name: string }[] }
  const team = items.find((one) => one.name === 'Service desk')?.id
  const requester = { email: 'ana@harbour.example', name: 'Ana Ruiz' }
  const words = { subject, description: 'Since Monday.', requester, team, assignee: assignee.id }
  return Number((await lead('POST', '/api/v1/tickets', words)).number)
}
const assigneeOf = async (number: number) =>
  ((await lead('GET', `/api/v1/tickets/${number}`)).assignee as { name: string } | null)?.name

test('Lea gives a ticket to somebody else by dragging it and by keyboard, and sees what a colleague does', async () => {
  const { desk, browser } = on
  const number = await ticketOf('The screen flickers', ben)
  const { page, open, leave } = await visit(browser, desk, { as: lea })
  await open('/desk/board')
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = (name: string, subject: string) => column(name).getByRole('article').filter({ hasText: subject })
  await card('Ben Okafor', 'The screen flickers').waitFor()
  await expectInOrder(page)

  // As a mouse does it; the mouse itself waits for ever in a browser without a screen.
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer())
  await card('Ben Okafor', 'The screen flickers').dispatchEvent('dragstart', { dataTransfer })
  await column('Eva Lund').dispatchEvent('dragover', { dataTransfer })
  await column('Eva Lund').dispatchEvent('drop', { dataTransfer })
  await card('Eva Lund', 'The screen flickers').waitFor()
  await expect.poll(() => assigneeOf(number), { timeout: 20_000 }).toBe('Eva Lund')

  await card('Eva Lund', 'The screen flickers')
    .getByRole('button', { name: `Give #${number} to somebody` })
    .press('Enter')
  await page.getByRole('menuitem', { name: /Ben Okafor/ }).press('Enter')
  await card('Ben Okafor', 'The screen flickers').waitFor()
  await expect.poll(() => assigneeOf(number), { timeout: 20_000 }).toBe('Ben Okafor')

  await ticketOf('The keyboard is wet', eva)
  await card('Eva Lund', 'The keyboard is wet').waitFor()
  await leave()
}, 300_000)

test('Ben hands a ticket up with what he tried; Kim returns it once, then accepts it', async () => {
  const { desk, browser } = on
  const number = await ticketOf('The line to the lab drops', ben)
  const his = await visit(browser, desk, { as: ben })
  const hers = await visit(browser, desk, { as: kim })

  const handUp = async (tried: string) => {
    await his.page
      .getByRole('button', { name: /^Hand up/ })
      .first()
      .click()
    const form = his.page.getByRole('dialog', { name: `Hand up #${number}` })
    await form.getByLabel('Attempt 1: what was tried').fill(tried)
    await form.getByLabel('Attempt 1: what came of it').fill('It drops again after a minute')
    await form.getByLabel('What you suspect next').fill('The socket in the wall')
    await expectInOrder(his.page)
    await form.getByRole('button', { name: 'Hand up' }).click()
    await form.waitFor({ state: 'detached' })
  }
  await his.open(`/desk/tickets/${number}`)
  await handUp('Another cable')
  await his.page.getByRole('region', { name: 'Hand-off' }).getByText('Not accepted yet').waitFor()

  await hers.open(`/desk/tickets/${number}`)
  const card = hers.page.getByRole('region', { name: 'Hand-off' })
  await card.getByText('Another cable').waitFor()
  await expectInOrder(hers.page)
  await card.getByRole('button', { name: 'Return' }).click()
  await card.getByLabel('Why it goes back').fill('Which socket? Please write its number.')
  await card.getByRole('button', { name: 'Return' }).click()
  await his.page.getByText('Returned once').first().waitFor()
  await his.page
    .getByText(/Which socket\? Please write its number\./)
    .first()
    .waitFor()

  await handUp('Another cable, socket B2-14')
  await card.getByRole('button', { name: 'Accept' }).click()
  await card.getByText('Accepted', { exact: true }).waitFor()
  await expect.poll(() => assigneeOf(number), { timeout: 20_000 }).toBe('Kim Sato')
  await his.leave()
  await hers.leave()
}, 300_000)

test('The bell rings for Eva, and in her quiet hours no mail goes out', async () => {
  const { desk, browser } = on
  const her = await speakAs(desk, eva)
  await her('PUT', '/api/v1/me/notices/seen', { upTo: new Date(Date.now() + 60_000).toISOString() })
  const { page, open, leave } = await visit(browser, desk, { as: eva })
  await open('/desk/profile')
  const zone = String((await her('GET', '/api/v1/me/notice-preferences')).timeZone)
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format())
  const label = (at: number) => `${String((at + 24) % 24).padStart(2, '0')}:00`
  await page.getByRole('switch', { name: 'Quiet hours' }).check()
  const choose = async (name: string, at: string) => {
    await page.getByRole('combobox', { name, exact: true }).click()
    await page.getByRole('option', { name: at }).click()
  }
  await choose('From', label(hour - 1))
  await choose('To', label(hour + 6))
  await expectInOrder(page)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(async () => (await her('GET', '/api/v1/me/notice-preferences')).quiet, { timeout: 20_000 })
    .toEqual({ from: ((hour + 23) % 24) * 60, to: ((hour + 6) % 24) * 60 })

  const number = await ticketOf('The mouse squeaks', eva)
  await page.getByRole('button', { name: 'Notices: 1 new' }).click()
  const list = page.getByRole('dialog', { name: 'Notices' })
  await list.getByRole('link', { name: /The mouse squeaks.*Lea Lind assigned it to you/ }).waitFor()
  await expectInOrder(page)
  await list.getByRole('link', { name: /The mouse squeaks/ }).click()
  await page.getByRole('heading', { level: 1, name: /The mouse squeaks/ }).waitFor()
  await page.getByRole('button', { name: 'Notices', exact: true }).waitFor()

  const another = await ticketOf('The mouse squeaks again', eva)
  const held = async () => {
    const row = await desk
      .cx()
      .db.selectFrom('notices.notice')
      .select('mailAt')
      .where('personId', '=', eva.id)
      .where('ticketNumber', '=', another)
      .executeTakeFirst()
    return row?.mailAt ? row.mailAt.getTime() - Date.now() > 4 * 3_600_000 : undefined
  }
  await expect.poll(held, { timeout: 20_000 }).toBe(true)
  expect(number).toBeLessThan(another)
  await leave()
}, 300_000)
