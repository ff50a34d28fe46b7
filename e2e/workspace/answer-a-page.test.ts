import { expect, test } from 'vitest'
import { visit } from '../harness/browser.ts'
import { expectInOrder, pathIn, speakAs, stage } from '../harness/story.ts'

const on = stage()

test('Vera plans who is on call, Ben pages them, and Nils takes care of it by the link in the mail', async () => {
  const { desk, browser } = on
  const vera = await desk.person('administrator', { name: 'Vera Holm', email: 'vera@harbour.example' })
  const team = ['Network']
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example', teams: team })
  const nils = await desk.person('technician', { name: 'Nils Berg', email: 'nils@harbour.example', teams: team })
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const admin = await speakAs(desk, vera)
  const requester = await speakAs(desk, ana)

  const planning = await visit(browser, desk, { as: vera })
  await planning.open('/desk/admin/schedules?edit=new')
  const form = planning.page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Network at night')
  await form.getByRole('combobox', { name: 'Who, in this order' }).click()
  await planning.page.getByRole('option', { name: 'Nils Berg' }).click()
  await planning.page.keyboard.press('Escape')
  await form.getByText('First line: somebody is on call at any time. Now: Nils Berg.').waitFor()
  await expectInOrder(planning.page)
  await form.getByRole('button', { name: 'Add a schedule' }).click()
  await form.waitFor({ state: 'detached' })
  await planning.page.getByRole('button', { name: 'Network at night' }).waitFor()
  await planning.leave()

  const { items } = (await admin('GET', '/api/v1/on-call/schedules')) as {
    items: { id: number; doc: { layers: { key: string }[] } }[]
  }
  const [schedule] = items
  const to = { kind: 'layer', scheduleId: schedule?.id, layer: schedule?.doc.layers[0]?.key }
  const step = { to, ways: ['mail'], providerId: null, thenAfterMinutes: 15 }
  await admin('POST', '/api/v1/on-call/ladders', { name: 'Network down', doc: { rounds: 2, steps: [step] } })

  const words = { subject: 'Ward 7 has no network', description: 'Since nine.' }
  const { number } = await requester('POST', '/api/v1/tickets', words)
  const paging = await visit(browser, desk, { as: ben })
  await paging.open(`/desk/tickets/${number}`)
  await paging.page.getByRole('button', { name: 'Page on-call' }).click()
  await paging.page.getByLabel('What is so urgent').fill('Nobody can chart on the whole ward')
  await paging.page.getByRole('button', { name: 'Page now' }).click()
  const card = paging.page.getByRole('region', { name: 'Nobody can chart on the whole ward' })
  await card.getByText('Nils Berg: mail').waitFor()
  await expectInOrder(paging.page)

  const mail = await desk.mailTo(nils.email, /Nobody can chart on the whole ward/)
  const phone = await visit(browser, desk, { phone: true, dark: true })
  await phone.open(pathIn(mail.text, /\/acknowledge\?token=[\w-]+/))
  await phone.page.getByText('Nobody can chart on the whole ward').waitFor()
  await expectInOrder(phone.page)
  await phone.page.getByRole('button', { name: 'I take care of it' }).click()
  await phone.page.getByText('You take care of it. Nobody else is called.').waitFor()
  await phone.leave()

  // Whoever paged sees it without a reload, and it stays on record.
  await card.waitFor({ state: 'detached' })
  await paging.open('/desk/on-call')
  await paging.page.getByText('Nils Berg takes care of it').waitFor()
  await expectInOrder(paging.page)

  // A stretch of the line is a button: whoever is in the schedule takes it over with the keyboard.
  await paging.leave()
  const taking = await visit(browser, desk, { as: nils })
  await taking.open('/desk/on-call')
  await taking.page
    .getByRole('button', { name: /^Nils Berg, .*take over or swap$/ })
    .first()
    .press('Enter')
  await taking.page.getByText(/^Now it is Nils Berg/).waitFor()
  await expectInOrder(taking.page)
  await taking.leave()
}, 300_000)

test('Lea declares a major incident, tells everybody once, ends it, and writes down what was learnt', async () => {
  const { desk, browser } = on
  const lea = await desk.person('lead', { name: 'Lea Lind', email: 'lea@harbour.example' })
  const rita = await desk.person('requester', { name: 'Rita Ross', email: 'rita@harbour.example' })
  const rob = await desk.person('requester', { name: 'Rob Hale', email: 'rob@harbour.example' })
  const ask = async (person: { id: number }, subject: string) =>
    Number((await (await speakAs(desk, person))('POST', '/api/v1/tickets', { subject, description: 'Help.' })).number)
  const main = await ask(rita, 'No mail since eight')
  const child = await ask(rob, 'Outlook says disconnected')

  const { page, open, leave } = await visit(browser, desk, { as: lea })
  await open(`/desk/tickets/${main}`)
  await page.getByRole('button', { name: 'Declare a major incident' }).click()
  await page.getByLabel('What requesters read').fill('E-mail is down')
  await page.getByRole('button', { name: 'Declare it' }).click()
  const card = page.getByRole('region', { name: 'Major incident' })
  await card.getByText('Lea Lind coordinates').waitFor()
  await expectInOrder(page)
  await card.getByRole('link', { name: 'Updates, tickets, timeline' }).click()
  await page.getByRole('heading', { level: 1, name: 'E-mail is down' }).waitFor()
  await page.getByLabel('Numbers of tickets').fill(`#${child}`)
  await page.getByRole('button', { name: 'Gather', exact: true }).click()
  await page.getByRole('link', { name: /Outlook says disconnected/ }).waitFor()
  await page.getByLabel('Write once, for all').fill('The mail server is being restarted.')
  await page.getByRole('button', { name: 'Send to all' }).click()
  await page.getByText(/on 2 tickets/).waitFor()
  await expectInOrder(page)

  const portal = await visit(browser, desk, { as: rob, phone: true })
  await portal.open(`/tickets/${child}`)
  await portal.page.getByText('E-mail is down').waitFor()
  // In the banner, and as an answer on the ticket.
  await portal.page.getByText('The mail server is being restarted.').nth(1).waitFor()
  await expectInOrder(portal.page)

  await page.getByRole('button', { name: 'It is over' }).click()
  await page.getByLabel('A last word to all requesters').fill('Mail works again.')
  await page.getByRole('button', { name: 'End it' }).click()
  await page.getByText('Review is due').waitFor()
  await page.getByLabel('Cause').fill('A full disk.')
  await page.getByLabel('What will be done, one a line').fill('Watch the disks\nBuy a larger one')
  await page.getByRole('button', { name: 'Save the review' }).click()
  await page.getByText('Reviewed', { exact: true }).waitFor()
  await expectInOrder(page)
  await desk.mailTo(rob.email, /Mail works again/)
  await portal.open('/')
  await portal.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await portal.page.getByText('E-mail is down').count()).toBe(0)
  await portal.leave()
  await leave()
}, 300_000)

test('A page that is pushed is shown by the browser, and stays until it is looked at', async () => {
  const { desk, browser } = on
  const { page, open, leave } = await visit(browser, desk)
  await open('/sign-in')
  const devtools = await page.context().newCDPSession(page)
  const known: { registrationId: string }[] = []
  devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => known.push(...registrations))
  await devtools.send('ServiceWorker.enable')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/push-worker.js', { scope: '/' })
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => known.length, { timeout: 20_000 }).toBeGreaterThan(0)
  const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'))
  // A browser without a screen has no place for notices; what would be put there is kept.
  await worker.evaluate(() => {
    const own = globalThis as unknown as { shown: object[]; registration: { showNotification: unknown } }
    own.shown = []
    own.registration.showNotification = async (title: string, options: object) =>
      void own.shown.push({ title, ...options })
  })
  const note = { title: 'You are paged', body: 'Ward 7', url: '/acknowledge?token=x', tag: 'page-1', urgent: true }
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: desk.url,
    registrationId: known.at(-1)?.registrationId ?? '',
    data: JSON.stringify(note),
  })
  const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: object[] }).shown)
  await expect
    .poll(shown, { timeout: 20_000 })
    .toMatchObject([{ title: 'You are paged', body: 'Ward 7', requireInteraction: true, data: { url: note.url } }])
  await leave()
}, 120_000)
