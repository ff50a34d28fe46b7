import { expect, test } from 'vitest'
import { settle, visit } from '../harness/browser.ts'
import { expectInOrder, pathIn, speakAs, stage } from '../harness/story.ts'

const on = stage()

test('Ana asks for help on her phone, is answered live, and confirms from the mail that it works', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example' })
  const technician = await speakAs(desk, ben)

  // She comes without a password: a link to her mailbox lets her in.
  const phone = await visit(browser, desk, { phone: true })
  await phone.open('/')
  await expectInOrder(phone.page)
  await phone.page.getByLabel('E-mail address').fill(ana.email)
  await phone.page.getByRole('button', { name: 'Send me a link' }).click()
  await phone.page.getByText('Look into your mailbox').waitFor()
  const welcome = await desk.mailTo(ana.email, /sign in/i)
  await phone.open(pathIn(welcome.text, /\/sign-in\?token=\S+/))
  await phone.page.getByRole('button', { name: 'Sign in' }).click()
  await phone.page.getByRole('heading', { name: /How can we help/ }).waitFor()
  await expectInOrder(phone.page)

  // The form of a service, with a question that appears only when it matters.
  await phone.page.getByRole('link', { name: /Accounts & access/ }).click()
  await phone.page.getByRole('button', { name: 'Send' }).click()
  await phone.page.getByText('Please say in a few words what it is about.').waitFor()
  await phone.page.getByLabel('In a few words').fill('No access to the archive')
  expect(await phone.page.getByLabel('Access to what?').count()).toBe(0)
  await phone.page.getByLabel('Access to something').check()
  await phone.page.getByLabel('Access to what?').fill('The archive of 2019')
  await phone.page.getByLabel('Tell us more').fill('I need it for the audit on Monday.')
  await phone.page
    .getByLabel('Pictures and files')
    .first()
    .setInputFiles({
      name: 'message.png',
      mimeType: 'image/png',
      buffer: Buffer.from(onePixel, 'base64'),
    })
  await phone.page.getByText('message.png').waitFor()
  await expectInOrder(phone.page)

  // The bus comes, the page is gone: what she wrote is still there.
  await phone.page.waitForTimeout(500)
  await phone.page.reload()
  await settle(phone.page)
  expect(await phone.page.getByLabel('Tell us more').inputValue()).toBe('I need it for the audit on Monday.')
  await phone.page.getByRole('button', { name: 'Send' }).click()
  await phone.page.getByRole('heading', { name: 'We have your request' }).waitFor()
  await expectInOrder(phone.page)
  const number = Number(/tickets\/(\d+)\/sent/.exec(phone.page.url())?.[1])

  await phone.page.getByRole('link', { name: 'See your request' }).click()
  await phone.page.getByRole('heading', { name: 'No access to the archive' }).waitFor()
  await phone.page.getByRole('img', { name: 'message.png' }).waitFor()
  await expectInOrder(phone.page)

  // A technician takes it and answers; she sees both without touching the page.
  await technician('PUT', `/api/v1/tickets/${number}/assignment`, { assignee: ben.id })
  await phone.page.getByText('Ben Okafor').first().waitFor()
  await technician('POST', `/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'Which folder exactly?' })
  const thread = phone.page.getByRole('region', { name: 'Messages' })
  await thread.getByRole('article').nth(1).waitFor()
  await technician('POST', `/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'She never says which folder.' })
  await phone.page.getByRole('textbox', { name: 'Your answer' }).fill('The one called Budget.')
  await phone.page.getByRole('button', { name: 'Send' }).click()
  await thread.getByRole('article').nth(2).waitFor()
  expect(await thread.getByRole('article').count()).toBe(3)
  expect(await phone.page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe('')

  // Solved; the page asks at once, and so does the mail.
  await technician('POST', `/api/v1/tickets/${number}/resolution`, {
    cause: 'The group lacked the folder.',
    action: 'We gave you access to the folder Budget.',
    verification: 'Opened it with your rights.',
  })
  await phone.page.getByRole('heading', { name: 'Does it work again?' }).waitFor()
  await expectInOrder(phone.page)

  // The link works in any browser, without signing in; opening it changes nothing.
  const office = await visit(browser, desk)
  const solved = await desk.mailTo(ana.email, /We gave you access to the folder Budget/)
  await office.open(pathIn(solved.text, /\/r\/[\w-]+/))
  await office.page.getByText('We gave you access to the folder Budget.').waitFor()
  await expectInOrder(office.page)
  expect((await technician('GET', `/api/v1/tickets/${number}`)).status).toBe('resolved')
  await office.page.getByRole('button', { name: 'Yes, it works' }).click()
  await office.page.getByRole('heading', { name: 'Thank you!' }).waitFor()
  await expectInOrder(office.page)
  await office.leave()
  expect((await technician('GET', `/api/v1/tickets/${number}`)).status).toBe('closed')
  await phone.page.getByText('All done.', { exact: false }).waitFor()
  await phone.leave()
}, 300_000)

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
