import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { canvas } from '../../db/seeds/harbour-hospital/files/png.ts'
import { setOutside } from '../../platform/remote-picture/index.ts'
import { sendToDesk } from '../../rooms/intake/testkit/index.ts'
import { visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()
const logo = canvas(120, 40, [20, 90, 140]).png()
const asked: string[] = []
const elsewhere = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end(logo)
})
afterAll(() => {
  setOutside()
  elsewhere.close()
})

test('A technician reads a mail with everything in it, and nobody elsewhere learns of it before they say so', async () => {
  const { desk, browser } = on
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as AddressInfo
  setOutside({
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    mayConnect: (address) => address === '127.0.0.1',
  })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example' })
  const technician = await speakAs(desk, ben)
  await sendToDesk({
    from: 'Ana Ruiz <ana@vendor.example>',
    to: 'help@harbour.example',
    subject: 'New scanners',
    html: `<table bgcolor="#eef3f8" width="900"><tr><td style="color:#123">Our offer</td></tr></table>
      <img src="http://pictures.vendor.example:${port}/logo.png" alt="Logo" width="120" height="40">
      <img src="http://pictures.vendor.example:${port}/seen.gif" width="1" height="1">
      <p><a href="https://evil.example/x">www.vendor.example</a></p><p>Like this: <img src="cid:rack@vendor"></p>`,
    attachments: [
      {
        filename: 'rack.png',
        content: canvas(600, 200, [20, 60, 20]).png(),
        contentType: 'image/png',
        cid: 'rack@vendor',
      },
      { filename: 'photo.png', content: canvas(400, 300, [90, 20, 20]).png(), contentType: 'image/png' },
      { filename: 'app.log', content: 'first line\nsecond line\n', contentType: 'text/plain' },
      {
        filename: 'inner.eml',
        content: 'From: Otto <otto@other.example>\r\nSubject: The contract\r\n\r\nPlease sign it.\r\n',
        contentType: 'message/rfc822',
        contentTransferEncoding: '7bit',
      },
    ],
  })
  const newest = async () => {
    const { items } = (await technician('GET', '/api/v1/tickets?limit=5')) as {
      items: { number: number; subject: string }[]
    }
    return items.find((one) => one.subject === 'New scanners')?.number
  }
  await expect.poll(newest, { timeout: 20_000 }).toBeDefined()

  const { page, open, leave } = await visit(browser, desk, { as: ben })
  await open(`/desk/tickets/${await newest()}`)
  const mail = page.frameLocator('iframe[title="Message from Ana Ruiz"]')
  await mail.getByText('Our offer').waitFor()
  await mail.getByText('→ evil.example').waitFor()
  await page.getByText('1 picture from elsewhere is not loaded').waitFor()
  await page.getByText('1 hidden tracking picture was taken out').waitFor()
  await expectInOrder(page)
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Load pictures' }).click()
  const shown = () =>
    mail.getByRole('img', { name: 'Logo' }).evaluate((image) => (image as HTMLImageElement).naturalWidth)
  await expect.poll(shown, { timeout: 20_000 }).toBe(120)
  expect(asked).toEqual(['/logo.png'])

  // A picture within the words, looked at and enlarged by keyboard.
  await mail.getByRole('button', { name: 'Picture' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('img', { name: 'rack.png' }).waitFor()
  await page.getByText('100 %').waitFor()
  await page.keyboard.press('+')
  await page.getByText('150 %').waitFor()
  await page.keyboard.press('0')
  await page.getByText('100 %').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const archive = await page.request.get(
    `${desk.url}${await page.getByRole('link', { name: 'Download all' }).getAttribute('href')}`,
  )
  expect([archive.status(), archive.headers()['content-type']]).toEqual([200, 'application/zip'])

  // The files, one after the other, without a mouse.
  await page.getByRole('button', { name: 'photo.png' }).click()
  const viewer = page.getByRole('dialog')
  await viewer.getByRole('img', { name: 'photo.png' }).waitFor()
  expect((await viewer.boundingBox())?.width).toBe(1440)
  await expectInOrder(page)
  await page.keyboard.press('ArrowRight')
  await viewer.getByText('second line').waitFor()
  await expectInOrder(page)
  await page.keyboard.press('ArrowRight')
  await viewer.getByRole('heading', { name: 'The contract' }).waitFor()
  await viewer.getByText('Please sign it.').waitFor()
  await expectInOrder(page)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'More about the message from Ana Ruiz' }).click()
  await page.getByRole('menuitem', { name: 'Delivery and header' }).click()
  await page.getByRole('dialog').getByText('ana@vendor.example').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Source' }).click()
  await page.getByRole('dialog').getByText('Content-Transfer-Encoding: base64').first().waitFor()
  await expectInOrder(page)
  await leave()

  // The same on a phone at night: nothing is wider than the screen.
  const phone = await visit(browser, desk, { as: ben, phone: true, dark: true, language: 'de' })
  await phone.open(`/desk/tickets/${await newest()}`)
  await phone.page.frameLocator('iframe').getByText('Our offer').waitFor()
  await expectInOrder(phone.page)
  await phone.leave()
}, 300_000)

test('A long conversation opens at both ends and unfolds in between', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben2@harbour.example' })
  const requester = await speakAs(desk, ana)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'Wi-Fi', description: 'It drops.' })
  const ids: number[] = []
  for (let nth = 1; nth <= 30; nth++) {
    const { id } = await requester('POST', `/api/v1/tickets/${number}/messages`, {
      kind: 'reply',
      text: `Drop ${nth}.`,
    })
    ids.push(Number(id))
  }
  const { page, open, leave } = await visit(browser, desk, { as: ben })
  await open(`/desk/tickets/${number}`)
  await page.getByText('It drops.').waitFor()
  await page.getByText('Drop 30.').waitFor()
  expect(await page.getByText('Drop 3.', { exact: true }).count()).toBe(0)
  await expectInOrder(page)
  // A link to a message further back brings it.
  await open(`/desk/tickets/${number}#m${ids[2]}`)
  await page.reload()
  await page.locator(`#m${ids[2]}:focus`).waitFor()
  await page.getByText('Drop 3.', { exact: true }).waitFor()
  await page.keyboard.press('Shift+J')
  await page.locator(`#m${ids[3]}:focus`).waitFor()
  await page.keyboard.press('Enter')
  await leave()
}, 300_000)

test('Whoever answers what is closed is led to the new request', async () => {
  const { desk, browser } = on
  const eva = await desk.person('requester', { name: 'Eva Lind', email: 'eva@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben3@harbour.example' })
  const requester = await speakAs(desk, eva)
  const technician = await speakAs(desk, ben)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'The door', description: 'It sticks.' })
  const words = { cause: 'Rust.', action: 'Oiled.', verification: 'Opened.' }
  await technician('POST', `/api/v1/tickets/${number}/resolution`, words)
  await requester('PUT', `/api/v1/tickets/${number}/confirmation`, {})
  const { page, open, leave } = await visit(browser, desk, { as: eva })
  await open(`/tickets/${number}`)
  await page.getByRole('textbox', { name: 'Is it back?' }).fill('It sticks again.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/tickets/') && !url.pathname.endsWith(`/${number}`))
  await page.getByRole('article').getByText('It sticks again.').waitFor()
  await expectInOrder(page)
  await leave()
}, 300_000)
