import { expect, test } from 'vitest'
import { visit } from '../harness/browser.ts'
import { expectInOrder, speakAs, stage } from '../harness/story.ts'

const on = stage()
// What is sent leaves at once: another story waits for the time to take it back.
process.env.UNDO_SEND_SECONDS = '0'

/** What Excel puts on the clipboard: its table, and a picture of it. */
const CELLS = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{color:red}</style></head><body><!--StartFragment-->
<table><col width=64><tr height=20><td class=xl65 style='color:red'>Printer</td><td>Pages</td><td></td></tr>
<tr><td>HP-3</td><td align=right>1042</td><td></td></tr><tr><td></td><td></td><td></td></tr></table><!--EndFragment--></body></html>`

/** What Word puts there of a numbered list. */
const STEPS = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Open the tray</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><b>Close</b> it</p>
<img src="https://elsewhere.example/x.png">`

test('A screenshot and a table are pasted into a reply and arrive within the mail', async () => {
  const { desk, browser } = on
  const ana = await desk.person('requester', { name: 'Ana Ruiz', email: 'ana@harbour.example' })
  const ben = await desk.person('technician', { name: 'Ben Okafor', email: 'ben@harbour.example' })
  const requester = await speakAs(desk, ana)
  const { number } = await requester('POST', '/api/v1/tickets', { subject: 'Error E14', description: 'What is it?' })
  const technician = await speakAs(desk, ben)

  const { page, open, leave } = await visit(browser, desk, { as: ben })
  const paste = (html: string, withPicture: boolean) =>
    page.evaluate(
      async ([words, picture]) => {
        const data = new DataTransfer()
        if (words) data.setData('text/html', words)
        if (picture) {
          const canvas = document.createElement('canvas')
          canvas.width = 900
          canvas.height = 300
          const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
          data.items.add(new File([blob as Blob], 'image.png', { type: 'image/png' }))
        }
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      },
      [html, withPicture] as const,
    )
  await open(`/desk/tickets/${number}`)
  await page.keyboard.press('r')
  const words = page.getByRole('textbox', { name: 'Reply' })
  await page.locator('[role="textbox"]:focus').waitFor()
  await page.keyboard.type('This is what I see: ')
  await paste('', true)
  await words.getByRole('img', { name: 'image.png' }).waitFor()
  await page.keyboard.press('Enter')
  await paste(STEPS, false)
  await words.getByText('Close it').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await paste(CELLS, true)
  await words.getByRole('cell', { name: '1042' }).waitFor()
  await expectInOrder(page)

  // Nothing of it is lost with the page, once it is kept.
  const kept = async () => JSON.stringify(await technician('GET', `/api/v1/tickets/${number}/drafts`))
  await expect.poll(kept, { timeout: 20_000 }).toMatch(/src=\\"\/api\/v1\/files\/\d+\\".*1042/)
  await page.reload()
  await words.getByRole('cell', { name: '1042' }).waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('article', { name: 'Message from Ben Okafor' }).waitFor()

  const mail = await desk.mailTo('ana@harbour.example', /what I see/)
  const [picture] = mail.attachments
  expect(mail.attachments).toHaveLength(1)
  expect(mail.html).toContain(`src="cid:${picture?.contentId}"`)
  expect(mail.html).toContain('<ol><li>Open the tray</li><li><strong>Close</strong> it</li></ol>')
  expect(mail.html).not.toContain('elsewhere.example')
  expect(mail.html?.match(/<td\b/g)).toHaveLength(4)
  expect(mail.text).toContain('1. Open the tray\n2. Close it')
  await expectInOrder(page)
  await leave()
})
