import { expect, test } from 'vitest'
import { visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()

test('A technician works through a ticket without touching the mouse', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example' })
  const requester = await speakAs(desk, ana)
  const technician = await speakAs(desk, ben)
  const words = { subject: 'The label printer jams', description: 'After two labels.' }
  const { number } = await requester('POST', '/api/v1/tickets', words)
  const read = () => technician('GET', `/api/v1/tickets/${number}`)

  const { page, open, leave } = await visit(browser, desk, { as: ben })
  await open('/desk')
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await page.getByRole('link', { name: /The label printer jams/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: /The label printer jams/ }).waitFor()
  await expectInOrder(page)

  await page.keyboard.press('a')
  await page.getByRole('option', { name: /Me/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('main').getByRole('button', { name: 'Ben Okafor' }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('option', { name: 'In progress' }).waitFor()
  await page.keyboard.type('progress')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'In progress' }).waitFor()
  await expect.poll(async () => (await read()).status, { timeout: 15_000 }).toBe('in_progress')
  expect((await read()).assignee).toMatchObject({ name: 'Ben Okafor' })

  // What is written survives the page; what is sent can be taken back.
  await page.keyboard.press('r')
  await page.locator('[role="textbox"]:focus').waitFor()
  await page.keyboard.type('Hello Ana, I am on my way.')
  const drafts = async () => JSON.stringify(await technician('GET', `/api/v1/tickets/${number}/drafts`))
  await expect.poll(drafts, { timeout: 15_000 }).toContain('I am on my way.')
  await page.reload()
  await page.getByText('Hello Ana, I am on my way.').waitFor()
  await page.keyboard.press('r')
  await page.locator('[role="textbox"]:focus').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article', { name: 'Message from Ben Okafor' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.getByRole('article', { name: 'Message from Ben Okafor' }).waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: 'Reply' }).getByText('Hello Ana').waitFor()

  // Sent after all, together with the resolution.
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('dialog', { name: /Resolve/ }).waitFor()
  await expectInOrder(page)
  await page.keyboard.type('A worn roller.')
  await page.getByLabel('What was done').fill('We changed the roller.')
  await page.getByLabel('How it was verified').fill('Printed ten labels.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: 'Resolution' }).waitFor()
  expect((await read()).status).toBe('resolved')
  const mail = await desk.mailTo(ana.email, /We changed the roller/)
  expect(mail.text).toContain('I am on my way')
  await leave()
}, 300_000)

test('What a colleague does appears within a second, without a reload', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana2@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben2@harbour.example' })
  const eva = await desk.person('technician', { name: 'Eva Lind', email: 'eva2@harbour.example' })
  const requester = await speakAs(desk, ana)
  const colleague = await speakAs(desk, eva)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'No dial tone', description: 'Since noon.' })

  const { page, open, leave } = await visit(browser, desk, { as: ben })
  await open(`/desk/tickets/${number}`)
  const note = { kind: 'note', html: '<p>The switch was restarted.</p>' }
  await colleague('POST', `/api/v1/tickets/${number}/messages`, note)
  await page.getByRole('article', { name: 'Internal note by Eva Lind' }).waitFor({ timeout: 3000 })
  await colleague('PUT', `/api/v1/tickets/${number}/status`, { status: 'in_progress' })
  await page.getByRole('button', { name: 'In progress' }).waitFor({ timeout: 3000 })
  await leave()
}, 300_000)

test('A session that ends while one writes asks for the password, and nothing that was written is lost', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana3@harbour.example' })
  const password = 'seven-quiet-harbours'
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben3@harbour.example', password })
  const requester = await speakAs(desk, ana)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'Lights flicker', description: 'Again.' })

  const { page, open, leave } = await visit(browser, desk, { as: ben })
  await open(`/desk/tickets/${number}`)
  await page.keyboard.press('r')
  await page.locator('[role="textbox"]:focus').waitFor()
  await page.context().clearCookies()
  await page.keyboard.type('The relay was replaced.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor()
  await expectInOrder(page)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('textbox', { name: 'Reply' }).getByText('The relay was replaced.').waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('article', { name: 'Message from Ben Okafor' }).waitFor()
  await leave()
}, 300_000)
