import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { splitHtml } from './split-html.ts'
import { splitMail } from './split-mail.ts'
import { splitText } from './split-text.ts'

type Row = [body: string, fresh: string, subject?: string]

/** 'ALL': nothing may be cut. */
const TEXTS: Row[] = [
  [
    'Thanks, works.\n\nOn Tue, Mar 3, 2026 at 10:00 AM Desk <desk@x.org> wrote:\n\n> Did it help?\n> --\n> Desk',
    'Thanks, works.',
  ],
  ['Danke!\n\nAm Di., 3. März 2026 um 10:00 Uhr schrieb Service Desk <\ndesk@x.de>:\n\n> Hallo\n', 'Danke!'],
  ['Ok\n\nVon: Desk <d@x.de>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Max\nBetreff: AW: Drucker\n\nText', 'Ok'],
  [
    'Ok\n\n________________________________\nFrom: Desk <d@x.de>\nSent: Tuesday, March 3, 2026 10:00\nTo: Max\nSubject: RE: Printer\n\nText',
    'Ok',
  ],
  ['On Tue, Mar 3, 2026, Desk <d@x.org> wrote:\n> question\n\nMy answer is below', 'My answer is below'],
  ['Hi,\n\n> q1\n\na1\n\n> q2\n\na2', 'ALL'],
  [
    'Hello\nplease see\n\n---------- Forwarded message ---------\nFrom: A <a@b.c>\nDate: x\nSubject: y\nTo: z\n\nBody',
    'ALL',
  ],
  [
    'fyi\n\nVon: Desk <d@x.de>\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Max\nBetreff: Drucker\n\nText',
    'ALL',
    'WG: Drucker',
  ],
  ['Hello\n\n-- \nJohn\nTel 123', 'Hello'],
  ['Hello\n\nSent from my iPhone', 'Hello'],
  ['了解です。\n\n2026年3月3日(火) 10:00 山田 太郎 <taro@example.jp>:\n\n> こんにちは', '了解です。'],
  ['Travel:\nFrom: Berlin\nTo: Hamburg\nDate: 3 March\nthanks', 'ALL'],
  ['-----Original Message-----\nhello', 'ALL'],
  ['Yes\n\n-----Original Message-----\nFrom: x\nhello', 'Yes'],
  ['Best!\n\nLe mar. 3 mars 2026 à 10:00, Desk <d@x.fr> a écrit :\n\n> Bonjour', 'Best!'],
  ['спасибо\n\nвт, 3 мар. 2026 г. в 10:00, Desk <d@x.ru>:\n\n> Привет', 'спасибо'],
  ['Bien\n\nEl mar, 3 mar 2026 a las 10:00, Desk (<d@x.es>) escribió:\n\n> Hola', 'Bien'],
  ['Ok\n\n---- On Tue, 03 Mar 2026 10:00:00 +0100 Desk <d@x> wrote ----\n\nHola', 'Ok'],
  ['好的\n\n在 2026-03-03 10:00:00，"Desk" <d@x.cn> 写道：\n你好', '好的'],
  [
    '好的\n\n------------------ 原始邮件 ------------------\n发件人: "d"<d@x.cn>;\n发送时间: 2026年3月3日(星期二) 上午10:00\n收件人: "x"<x@x>;\n主题: Re: 打印机\n\n你好',
    '好的',
  ],
  ['ok\n\n> On 3 Mar 2026, at 10:00, Desk <d@x> wrote:\n> \n> hi\n', 'ok'],
  ['Thanks\n\nMit freundlichen Grüßen\n\nMax Muster\nMuster GmbH\nTel.: +49 30 123456', 'Thanks'],
  ['Thanks\n\nBest regards,\nMax', 'ALL'],
  ['The error is:\n\n> foo failed\n\nWhat now?', 'ALL'],
  ['Klar.\n\n-----Ursprüngliche Nachricht-----\nVon: x', 'Klar.'],
  ['Jó\n\nDesk <d@x.hu> ezt írta (időpont: 2026. márc. 3., K, 10:00):\n\n> szia', 'Jó'],
  ['Tamam\n\nDesk <d@x>, 3 Mar 2026 Sal, 10:00 tarihinde şunu yazdı:\n\n> selam', 'Tamam'],
  ['Ok\n\nW dniu 3.03.2026 o 10:00, Desk pisze:\n> cześć', 'Ok'],
  ['Ok\n\nwt., 3 mar 2026 o 10:00 Desk <d@x.pl> napisał(a):\n\n> cześć', 'Ok'],
  ['Ok\n\nti 3. maalisk. 2026 klo 10.00 Desk (d@x.fi) kirjoitti:\n\n> hei', 'Ok'],
  ['Ok\n\nDen tis 3 mars 2026 kl 10:00 skrev Desk <d@x.se>:\n\n> hej', 'Ok'],
  ['Ok\n\nOp di 3 mrt 2026 om 10:00 schreef Desk <d@x.nl>:\n\n> hoi', 'Ok'],
  ['Ok\n\nEm ter., 3 de mar. de 2026 às 10:00, Desk <d@x.br>\nescreveu:\n\n> oi', 'Ok'],
  ['Ok\n\nIl giorno mar 3 mar 2026 alle ore 10:00 Desk <d@x.it>\nha scritto:\n\n> ciao', 'Ok'],
  ['Ok\n\nвт, 3 бер. 2026 р. о 10:00 Desk <d@x.ua> пише:\n\n> привіт', 'Ok'],
  ['Ok\n\nDesk/ORG\n03.03.2026 10:00\n\nAn\nMax\nKopie\n\nThema\nRe: Test\n\nText', 'Ok'],
  ['Yes\n\nOn 3/4/2026 10:00, Desk wrote:\n\n> q\n\nBest, Ana', 'Yes\n\nBest, Ana'],
  ['Yes On Tue, Mar 3, 2026 at 10:00 AM, desk@x.org wrote:\n> q', 'Yes'],
  ['It is in a list -- On Tue, Mar 3, 2026 at 10:00 AM, desk@x.org wrote:\n> q', 'It is in a list'],
  ['Ok\n2026/3/3 Desk <d@x.org>\n\n> q', 'Ok'],
  ['Ok\n\nDate: Wed, 4 Mar 2026 10:00:02 +0100\nTo: ana@x.org', 'Ok'],
  ['Ok\n\nOn 3/4/2026 10:00, Desk wrote:\n\n> see\n(https://x.org/abc)\n> there', 'Ok'],
  ['Hi,\n\n> my old note\n\nsee above\n\nOn 3/4/2026 10:00, Desk wrote:\n> q', 'Hi,\n\n> my old note\n\nsee above'],
  ['Reply\n\nOn 11-Apr-2026, at 6:54 PM, Desk <d@x.org> sent:\n\n>\n> q', 'Reply'],
  // The name and address of an attribution may stand before its date, and over two lines.
  ['Ok\n\nErika Koch <e@x.de> schrieb am Di., 3.\nMärz 2026, 10:00:\n\n> Hallo', 'Ok'],
  ['Ok\n\nLe mar. 3 mars 2026 à 10:00, Desk <desk@x.example\n> a écrit :\n\n> Bonjour', 'Ok'],
  ['It is fixed--- On Tue, Mar 3, 2026 at 10:00 AM, desk@x.org wrote:\n> q', 'It is fixed'],
  ['Ok\n\n2026-03-03 10:00 GMT+01:00 Erika Koch\n\nold text', 'Ok'],
  ['Ok\n\nErika via Service Desk wrote:\n\nold text', 'Ok'],
  // A link that was broken at its end is no quote.
  ['See <https://x.example/a\n> for the log.', 'ALL'],
  // Wrapped out of the quote by the mail program.
  [
    'Works.\n\nOn Mar 3, 2026 10:00, "Desk" <d@x.org> wrote:\n> A long line of the old message that was wrapped somewhere in the\nmiddle of it.\n> And on it goes',
    'Works.',
  ],
  ['The log says:\n\n> disk full', 'ALL'],
  [
    'From: the second floor\nIt is cold.\n\nFrom: Desk <d@x.de>\nSent: Tuesday, March 3, 2026 10:00\nTo: Max\nSubject: RE: Heating\n\nold',
    'From: the second floor\nIt is cold.',
  ],
  ['Ok\n\nDe : Desk <d@x.fr>\nDate : 03/03/26 10:00 (GMT+01:00)\nÀ : max@x.fr Objet : Imprimante\n\nancien', 'Ok'],
  // Signatures
  // Apple forwards with marks; what is answered that way has an attribution.
  ['Please look.\n\n> Begin forwarded message:\n>\n> From: A <a@b.c>\n> Subject: y\n>\n> Body', 'ALL'],
  ['Please add:\n----------\nanna@x.example\nbert@x.example', 'ALL'],
  ['Done.\n\n__________\nErika Koch\nerika@x.example', 'Done.'],
  ['Please call.\n\nThanks\n\nMy new number is +49 30 1234567', 'ALL'],
  ['Done.\n\nThanks\nErika Koch\n+49 30 1234567', 'Done.'],
  ['The scan fails.\nSent from the old device it is empty', 'ALL'],
  ['Done.\n\nSent from my desk, which is easier than my phone.', 'ALL'],
  ['Done.\n\nSent from my cell, please excuse any typos.', 'Done.'],
  ['Done.\n\nKind regards\n\nErika Koch\nHead of Accounting', 'Done.'],
  ['Done.\n\nMed venlig hilsen / Kind regards\n\nErika Koch\nController', 'Done.'],
  ['Done.\n\nKind regards\nErika Koch', 'ALL'],
  ['Two things.\n\nThanks\n\nThe Mouse\nis broken too', 'ALL'],
  ['Done.\n\n-Erika', 'Done.'],
  ['Done.\n\n- Erika needs a mouse', 'ALL'],
  ['Done.\n_______________________________________________\nusers mailing list\nusers@lists.x.example', 'Done.'],
  ['First part.\n\n__________\n\nSecond part.', 'ALL'],
  ['Done.\n\nGesendet von Outlook für Android<https://aka.ms/x>\n\nAlter Text ohne Kopf', 'Done.'],
]

const HTMLS: Row[] = [
  [
    '<div dir="ltr">Works &amp; fine</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Desk wrote:<br></div><blockquote class="gmail_quote">q</blockquote></div>',
    'Works & fine',
  ],
  [
    '<p class=MsoNormal>Hello</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>Von:</b> Desk &lt;d@x.de&gt;<br><b>Gesendet:</b> Dienstag, 3. M&auml;rz 2026 10:00<br><b>An:</b> Max<br><b>Betreff:</b> AW: x</p></div></div><p>old</p>',
    'Hello',
  ],
  ['<div>Hi</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> x</div>old', 'Hi'],
  [
    '<div>Hi</div><div id="Signature"><p>Max</p></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> x</div>old',
    'Hi',
  ],
  [
    '<html><head></head><body dir="auto">Yes<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Mar 2026, at 10:00, Desk &lt;d@x&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div>old</div></blockquote></body></html>',
    'Yes',
  ],
  [
    '<p>Hi</p><div class="moz-cite-prefix">Am 03.03.26 um 10:00 schrieb Desk:<br></div><blockquote type="cite"><p>q1</p></blockquote><p>a1</p><blockquote type="cite">q2</blockquote><p>a2</p>',
    'ALL',
  ],
  [
    '<div class="moz-cite-prefix">Am 03.03.26 um 10:00 schrieb Desk:<br></div><blockquote type="cite"><p>q1</p></blockquote><p>a1</p>',
    'a1',
  ],
]

describe('plain text', () => {
  test.each(TEXTS)('%j', (body, fresh, subject) => {
    const split = splitText(body, subject)
    expect(split.text).toBe(fresh === 'ALL' ? body : fresh)
    expect(split.quotedText === '').toBe(fresh === 'ALL')
  })

  test('nothing is thrown away', () => {
    for (const [body, , subject] of TEXTS) {
      const { text, quotedText } = splitText(body, subject)
      const squeeze = (s: string) => [...s.replace(/\s+/g, '')].sort().join('')
      expect(squeeze(text + quotedText)).toBe(squeeze(body))
    }
  })
})

describe('HTML', () => {
  test.each(HTMLS)('%j', (body, fresh, subject) => {
    expect(htmlToText(splitHtml(body, subject).html)).toBe(fresh === 'ALL' ? htmlToText(body) : fresh)
  })

  test('marks on elements help the text part', () => {
    const split = splitMail({
      text: 'Hi\n\nMax Muster\nIT',
      html: '<p>Hi</p><div id="Signature"><p>Max Muster</p><p>IT</p></div>',
      subject: 'Re: x',
    })
    expect(split).toEqual({
      text: 'Hi',
      html: '<p>Hi</p>',
      quotedText: 'Max Muster\nIT',
      quotedHtml: '<div><p>Max Muster</p><p>IT</p></div>',
    })
  })
})

test('HTML ends where the text part shows the end, and the other way round', () => {
  const first = splitMail({
    text: 'Fixed, see https://x.example.\n\n-- \nMax\nIT',
    html: '<p>Fixed, see <a href="https://x.example">https://x.example</a>.</p><p>Max<br>IT</p>',
    subject: 'Re: x',
  })
  expect(first).toMatchObject({ text: 'Fixed, see https://x.example.', quotedHtml: '<p>Max<br />IT</p>' })
  const second = splitMail({
    text: 'See <https://x.example/a> please.\n\nOld words of the desk',
    html:
      '<p>See <a href="https://x.example/a">this</a> please.</p>'.replace('this', '') +
      '<blockquote>Old words of the desk</blockquote>',
    subject: 'Re: x',
  })
  expect(second).toMatchObject({ text: 'See <https://x.example/a> please.', quotedText: 'Old words of the desk' })
})

describe('a megabyte of anything takes linear time', () => {
  test.each([
    ['quotes', '> a\nb\n'.repeat(150_000)],
    ['colons', 'a b c@d.e 10:00 :\n'.repeat(50_000)],
    ['labels', 'From: a\n'.repeat(120_000)],
    ['signature marks', '--\n'.repeat(300_000)],
    ['one line', 'x'.repeat(1_000_000)],
    ['an attribution without end', 'On wrote: '.repeat(100_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['one deep quote', '>'.repeat(1_000_000)],
    ['empty lines', '\n'.repeat(1_000_000)],
    ['separators', '-----Original Message-----\n'.repeat(40_000)],
    ['rules', 'hi\n---\n___\n'.repeat(80_000)],
    ['closings', 'regards\n'.repeat(100_000)],
  ])('%s', (_name, body) => {
    const before = process.cpuUsage()
    splitText(body)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})
