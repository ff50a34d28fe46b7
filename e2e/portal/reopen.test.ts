import { expect, test } from 'vitest'
import { visit } from '../harness/browser.ts'
import { expectInOrder, pathIn, speakAs, stage } from '../harness/story.ts'

const on = stage()
const resolution = { cause: 'A worn roller.', action: 'We changed the roller.', verification: 'Printed ten pages.' }

test('What is not solved is reopened with a reason, in the portal and from the mail', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example' })
  const technician = await speakAs(desk, ben)
  const requester = await speakAs(desk, ana)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'The printer jams', description: 'Again.' })
  await technician('POST', `/api/v1/tickets/${number}/resolution`, resolution)

  const home = await visit(browser, desk, { as: ana })
  await home.open(`/tickets/${number}`)
  await home.page.getByRole('button', { name: 'No, not yet' }).click()
  await home.page.getByRole('button', { name: 'Reopen' }).click()
  await home.page.getByText('Please tell us in a few words').waitFor()
  await expectInOrder(home.page)
  await home.page.getByLabel('What is still wrong?').fill('It jams on both sides now.')
  await home.page.getByRole('button', { name: 'Reopen' }).click()
  await home.page.getByRole('region', { name: 'Messages' }).getByRole('article').nth(1).waitFor()
  expect((await technician('GET', `/api/v1/tickets/${number}`)).status).toBe('open')
  await home.leave()

  await technician('POST', `/api/v1/tickets/${number}/resolution`, { ...resolution, action: 'We changed the printer.' })
  const mail = await desk.mailTo(ana.email, /We changed the printer/)
  const stranger = await visit(browser, desk, { phone: true, language: 'de' })
  await stranger.open(pathIn(mail.text, /\/r\/[\w-]+/))
  await stranger.page.getByRole('button', { name: 'Nein, noch nicht' }).click()
  await stranger.page.getByLabel('Was stimmt noch nicht?').fill('Der neue druckt nur weiß.')
  await stranger.page.getByRole('button', { name: 'Wieder öffnen' }).click()
  await stranger.page.getByRole('heading', { name: 'Wir kümmern uns wieder darum' }).waitFor()
  await expectInOrder(stranger.page)
  expect((await technician('GET', `/api/v1/tickets/${number}`)).status).toBe('open')

  // The same link once more says how it was answered; a broken one says so.
  await stranger.open(pathIn(mail.text, /\/r\/[\w-]+/))
  await stranger.page.getByRole('heading', { name: 'Wir kümmern uns wieder darum' }).waitFor()
  await stranger.open(`/r/${'x'.repeat(43)}`)
  await stranger.page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor()
  await expectInOrder(stranger.page)
  await stranger.leave()
}, 300_000)
