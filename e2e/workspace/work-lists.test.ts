import { expect, test } from 'vitest'
import { settle, visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()

test('Lea narrows a list, keeps it as a view, changes several tickets at once, and finds one by a mistyped word', async () => {
  const { desk, browser } = on
  const lea = await desk.person('lead', { name: 'Lea Lind', email: 'lea@harbour.example', teams: ['Service desk'] })
  const speak = await speakAs(desk, lea)
  const ask = (subject: string, more: object = {}) =>
    speak('POST', '/api/v1/tickets', {
      subject,
      description: 'Please help.',
      requester: { email: 'ana@harbour.example' },
      ...more,
    })
  await ask('Printer on ward 3 jams', { impact: 1, urgency: 1 })
  await ask('Phone is silent')
  await ask('Screen flickers')

  const screen = await visit(browser, desk, { as: lea })
  const { page } = screen
  await screen.open('/desk?list=open')
  await page.getByRole('link', { name: /Printer on ward 3/ }).waitFor()
  await expectInOrder(page)

  await page.keyboard.press('f')
  await page.getByPlaceholder('Filter by …').fill('prio')
  await page.getByRole('option', { name: 'Priority' }).click()
  await page.getByRole('option', { name: 'Critical' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /Phone is silent/ }).waitFor({ state: 'detached' })
  expect(page.url()).toContain('priority=critical')

  await page.getByRole('button', { name: 'Save as view' }).click()
  await page.getByLabel('Name').fill('Critical ones')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: 'Critical ones' }).waitFor()
  await page.getByRole('link', { name: 'Critical ones 1 ticket' }).waitFor()
  await expectInOrder(page)

  // A colleague's new ticket is in the list and its count without a reload.
  await ask('Theatre 2 has no network', { impact: 1, urgency: 1 })
  await page.getByRole('link', { name: /Theatre 2 has no network/ }).waitFor()
  await page.getByRole('link', { name: 'Critical ones 2 tickets' }).waitFor()

  await page
    .getByRole('checkbox', { name: /Pick ticket/ })
    .first()
    .check()
  await page
    .getByRole('checkbox', { name: /Pick ticket/ })
    .last()
    .check()
  await page.getByText('2 tickets picked').waitFor()
  // A look at one of them forgets nothing of it, nor where one stood.
  await page.getByRole('link', { name: /Printer on ward 3/ }).click()
  await page.getByRole('heading', { level: 1, name: /Printer on ward 3/ }).waitFor()
  await page.keyboard.press('u')
  await page.getByText('2 tickets picked').waitFor()
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: /Printer on ward 3/ }).waitFor()
  await page.goBack()
  await page.getByText('2 tickets picked').waitFor()
  await page.getByRole('toolbar').getByRole('button', { name: 'Assign' }).click()
  await page
    .getByRole('option', { name: /Lea Lind/ })
    .first()
    .click()
  await page.getByText('2 tickets changed').waitFor()
  await page.getByRole('link', { name: 'Mine 2 tickets' }).waitFor()

  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Search' }).fill('pritner')
  await page.getByText('Showing results for “printer”').waitFor()
  await expectInOrder(page)
  await page.getByRole('link', { name: /Printer on ward 3 jams/ }).click()
  await page.getByRole('heading', { name: 'Printer on ward 3 jams' }).waitFor()
  await page.keyboard.press('u')
  await page.getByText('Showing results for “printer”').waitFor()
  await screen.leave()

  const phone = await visit(browser, desk, { as: lea, phone: true, dark: true, language: 'de' })
  await phone.open('/desk?list=open')
  await phone.page.getByRole('link', { name: /Printer on ward 3/ }).waitFor()
  await settle(phone.page)
  await expectInOrder(phone.page)
  await phone.leave()
}, 240_000)
