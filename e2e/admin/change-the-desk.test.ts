import { expect, test } from 'vitest'
import { settle, visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()

test('Miriam adds a question that is asked only when it matters, and tries it before it is live', async () => {
  const { desk, browser } = on
  const admin = await desk.person('administrator', { name: 'Miriam Okafor', email: 'miriam@harbour.example' })
  const { page, open, leave } = await visit(browser, desk, { as: admin })

  await open('/desk/admin')
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('form question')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Hardware' }).click()
  await page.getByRole('tab', { name: 'Request form' }).click()

  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('menuitem', { name: 'Checkbox' }).click()
  await page.getByLabel('Question in English').fill('It is a printer')
  await page.getByRole('button', { name: 'Add a question' }).click()
  await page.getByRole('menuitem', { name: 'Short text' }).click()
  await page.getByLabel('Question in English').fill('Number on the sticker')
  await page.getByRole('combobox', { name: 'The answer to' }).click()
  await page.getByRole('option', { name: 'It is a printer' }).click()
  await expectInOrder(page)

  const preview = page.getByRole('complementary', { name: 'Try it out' })
  expect(await preview.getByLabel('Number on the sticker').count()).toBe(0)
  await preview.getByLabel('It is a printer').check()
  await preview.getByLabel('Number on the sticker').waitFor()

  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await page.getByText('Version 1 is in use').waitFor()
  const say = await speakAs(desk, admin)
  const { fields } = await say('GET', '/api/v1/services/2/form')
  expect(fields).toMatchObject([{ type: 'checkbox' }, { type: 'text', showIf: { equals: true } }])
  await leave()
})

test('Miriam sees which tickets a stricter matrix would touch before she saves it', async () => {
  const { desk, browser } = on
  const admin = await desk.person('administrator', { name: 'Nils Berg', email: 'nils@harbour.example' })
  const say = await speakAs(desk, admin)
  const ticket = await say('POST', '/api/v1/tickets', {
    subject: 'The label printer jams',
    requester: { email: 'ana@harbour.example' },
    impact: 3,
    urgency: 3,
  })
  const { page, open, leave } = await visit(browser, desk, { as: admin })
  await open('/desk/admin/priorities')
  await page.getByRole('combobox', { name: 'Priority of: One person × Can wait' }).click()
  await page.getByRole('option', { name: 'Moderate' }).click()
  await page.getByText('1 of 1 open tickets gets another priority.').waitFor()
  await page.getByRole('link', { name: /The label printer jams/ }).waitFor()
  await expectInOrder(page)
  expect((await say('GET', `/api/v1/tickets/${ticket.number}`)).priority).toBe('low')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The matrix is saved').waitFor()
  await settle(page)
  await expect
    .poll(async () => (await say('GET', `/api/v1/tickets/${ticket.number}`)).priority, { timeout: 20_000 })
    .toBe('moderate')
  await leave()
})

test('Two administrators change the settings at the same time and neither loses what they typed', async () => {
  const { desk, browser } = on
  const admin = await desk.person('administrator', { name: 'Oda Lind', email: 'oda@harbour.example' })
  const say = await speakAs(desk, admin)
  const { page, open, leave } = await visit(browser, desk, { as: admin })
  await open('/desk/admin/settings')
  await page.getByRole('textbox', { name: 'Close resolved tickets after' }).fill('400')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Between 0.01 and 365.').waitFor()
  await page.getByRole('textbox', { name: 'Close resolved tickets after' }).fill('3')
  await say('PATCH', '/api/v1/settings', { 'people.sessionDays': 5 })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Somebody changed this in the meantime').waitFor()
  await expectInOrder(page)
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByText('The settings are saved').waitFor()
  await page.getByRole('button', { name: 'Changes' }).click()
  await page.getByText('7 days → 3 days').waitFor()
  await page.getByText('30 days → 5 days').waitFor()
  await expectInOrder(page)
  const { items } = (await say('GET', '/api/v1/settings')) as { items: { key: string; value: unknown }[] }
  const held = Object.fromEntries(items.map(({ key, value }) => [key, value]))
  expect(held).toMatchObject({ 'resolution.autoCloseDays': 3, 'people.sessionDays': 5 })
  await leave()
})
