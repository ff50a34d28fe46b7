import { describe, expect, test } from 'vitest'
import { parseMail } from '../parse/parse-mail.ts'
import { readForward } from './read-forward.ts'

const lines = (...all: string[]) => all.join('\n')

function forwardIn(
  subject: string,
  body: string,
  head: Record<string, string> = {},
  type = 'text/plain; charset=utf-8',
) {
  const fields = { From: 'Tina <tina@desk.example>', Subject: subject, 'Content-Type': type, ...head }
  const raw = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  return readForward(parseMail(Buffer.from(`${raw.join('')}\r\n${body}`)))
}

const said = 'My printer jams.\n\nRita'

describe('a forwarded message in the text', () => {
  test.each<
    [
      string,
      string,
      string,
      { own?: string; from: string; subject?: string; to?: string[]; text?: string; sentAt?: string },
    ]
  >([
    [
      'Gmail',
      'Fwd: Printer',
      lines(
        'please take this',
        '',
        '---------- Forwarded message ---------',
        'From: Rita Request <rita@example.org>',
        'Date: Mon, Mar 2, 2026 at 9:00 AM',
        'Subject: Printer',
        'To: Tina <tina@desk.example>',
        'Cc: Carl <carl@example.org>',
        '',
        '',
        said,
      ),
      {
        own: 'please take this',
        from: 'Rita Request <rita@example.org>',
        subject: 'Printer',
        to: ['tina@desk.example'],
      },
    ],
    [
      'Gmail, German',
      'Fwd: Drucker',
      lines(
        '---------- Forwarded message ---------',
        'Von: Rita <rita@example.org>',
        'Date: Mo., 2. März 2026 um 09:00 Uhr',
        'Subject: Drucker',
        'To: <tina@desk.example>',
        '',
        '',
        said,
      ),
      { own: '', from: 'Rita <rita@example.org>', subject: 'Drucker' },
    ],
    [
      'Outlook',
      'FW: Printer',
      lines(
        'For you.',
        '',
        'Tina',
        '',
        'From: Rita Request <rita@example.org> ',
        'Sent: Monday, March 2, 2026 9:00 AM',
        'To: Tina Tier <tina@desk.example>',
        'Subject: Printer',
        '',
        said,
      ),
      { own: 'For you.\n\nTina', from: 'Rita Request <rita@example.org>', subject: 'Printer', sentAt: '2026-03-02' },
    ],
    [
      'Outlook, older, with a rule and mailto',
      'FW: Printer',
      lines(
        '-----Original Message-----',
        'From: Rita Request [mailto:rita@example.org] ',
        'Sent: Monday, March 02, 2026 9:00 AM',
        'To: Tina Tier',
        'Subject: Printer',
        '',
        said,
      ),
      { own: '', from: 'Rita Request <rita@example.org>' },
    ],
    [
      'Outlook, German',
      'WG: Drucker',
      lines(
        'Bitte übernehmen',
        '',
        '________________________________',
        'Von: Rita <rita@example.org>',
        'Gesendet: Montag, 2. März 2026 09:00',
        'An: Tina <tina@desk.example>',
        'Betreff: Drucker',
        '',
        said,
      ),
      { own: 'Bitte übernehmen', from: 'Rita <rita@example.org>', subject: 'Drucker' },
    ],
    [
      'Outlook, French',
      'TR: Imprimante',
      lines(
        'De : Rita <rita@example.org>',
        'Envoyé : lundi 2 mars 2026 09:00',
        'À : Tina <tina@desk.example>',
        'Objet : Imprimante',
        '',
        said,
      ),
      { own: '', from: 'Rita <rita@example.org>', subject: 'Imprimante', to: ['tina@desk.example'] },
    ],
    [
      'Outlook, Spanish',
      'RV: Impresora',
      lines(
        'De: Rita <rita@example.org>',
        'Enviado el: lunes, 2 de marzo de 2026 9:00',
        'Para: Tina <tina@desk.example>',
        'Asunto: Impresora',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: 'Impresora', to: ['tina@desk.example'] },
    ],
    [
      'Outlook, Dutch',
      'FW: Printer',
      lines(
        'Van: Rita <rita@example.org>',
        'Verzonden: maandag 2 maart 2026 09:00',
        'Aan: Tina <tina@desk.example>',
        'Onderwerp: Printer',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: 'Printer' },
    ],
    [
      'Outlook, Polish',
      'PD: Drukarka',
      lines(
        'Od: Rita <rita@example.org>',
        'Wysłano: poniedziałek, 2 marca 2026 09:00',
        'Do: Tina <tina@desk.example>',
        'Temat: Drukarka',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: 'Drukarka' },
    ],
    [
      'Outlook, Russian',
      'FW: Принтер',
      lines(
        'От: Rita <rita@example.org>',
        'Отправлено: понедельник, 2 марта 2026 г. 9:00',
        'Кому: Tina <tina@desk.example>',
        'Тема: Принтер',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: 'Принтер' },
    ],
    [
      'Outlook, Chinese',
      '转发: 打印机',
      lines(
        '发件人: Rita <rita@example.org>',
        '发送时间: 2026年3月2日 9:00',
        '收件人: Tina <tina@desk.example>',
        '主题: 打印机',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: '打印机' },
    ],
    [
      'Apple Mail, quoted',
      'Fwd: Printer',
      lines(
        'See below',
        '',
        '> Begin forwarded message:',
        '> ',
        '> From: Rita Request <rita@example.org>',
        '> Subject: Printer',
        '> Date: 2 March 2026 at 09:00:00 GMT',
        '> To: tina@desk.example',
        '> ',
        '> My printer jams.',
        '> ',
        '> Rita',
      ),
      { own: 'See below', from: 'Rita Request <rita@example.org>', subject: 'Printer' },
    ],
    [
      'Apple Mail and iOS',
      'Fwd: Printer',
      lines(
        'Begin forwarded message:',
        '',
        '> From: Rita Request <rita@example.org>',
        '> Date: 2 March 2026 at 09:00:00 GMT',
        '> To: tina@desk.example',
        '> Subject: Printer',
        '> ',
        '> My printer jams.',
        '> ',
        '> Rita',
      ),
      { own: '', from: 'Rita Request <rita@example.org>' },
    ],
    [
      'Thunderbird',
      'Fwd: Printer',
      lines(
        '',
        '',
        '-------- Forwarded Message --------',
        'Subject: \tPrinter',
        'Date: \tMon, 2 Mar 2026 09:00:00 +0000',
        'From: \tRita Request <rita@example.org>',
        'To: \tTina <tina@desk.example>',
        '',
        '',
        '',
        said,
      ),
      { own: '', from: 'Rita Request <rita@example.org>', subject: 'Printer', sentAt: '2026-03-02' },
    ],
    [
      'Thunderbird, German',
      'Fwd: Drucker',
      lines(
        '-------- Weitergeleitete Nachricht --------',
        'Betreff: \tDrucker',
        'Datum: \tMon, 2 Mar 2026 09:00:00 +0000',
        'Von: \tRita <rita@example.org>',
        'An: \tTina <tina@desk.example>',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>', subject: 'Drucker' },
    ],
    [
      'values on lines of their own',
      'Fwd: Printer',
      lines(
        '-------- Forwarded Message --------',
        'Subject:',
        'Printer',
        'Date:',
        'Mon, 2 Mar 2026 09:00:00 +0000',
        'From:',
        'Rita Request <rita@example.org>',
        'To:',
        'Tina <tina@desk.example>',
        '',
        said,
      ),
      { from: 'Rita Request <rita@example.org>', subject: 'Printer' },
    ],
    [
      'emphasis marks',
      'Fw: Printer',
      lines(
        '*From:* Rita Request <rita@example.org>',
        '*Sent:* Monday, March 2, 2026 9:00 AM',
        '*To:* Tina <tina@desk.example>',
        '*Subject:* Printer',
        '',
        said,
      ),
      { from: 'Rita Request <rita@example.org>', subject: 'Printer' },
    ],
    [
      'the subject was changed, the mark is there',
      'Printer of Rita',
      lines(
        '---------- Forwarded message ---------',
        'From: Rita <rita@example.org>',
        'Date: Mon, Mar 2, 2026 at 9:00 AM',
        'Subject: Printer',
        'To: tina@desk.example',
        '',
        said,
      ),
      { from: 'Rita <rita@example.org>' },
    ],
  ])('%s', (_name, subject, body, expected) => {
    const found = forwardIn(subject, body)
    expect(found && `${found.from.name} <${found.from.address}>`).toBe(expected.from)
    expect(found?.text).toBe(said)
    if (expected.own !== undefined) expect(found?.own.text).toBe(expected.own)
    if (expected.subject !== undefined) expect(found?.subject).toBe(expected.subject)
    if (expected.to) expect(found?.to.map((to) => to.address)).toEqual(expected.to)
    if (expected.sentAt) expect(found?.sentAt?.toISOString()).toContain(expected.sentAt)
  })

  test.each<[string, string, string, Record<string, string>]>([
    [
      'an answer with its history',
      'Re: Printer',
      lines(
        'ok',
        '',
        'From: Rita <rita@example.org>',
        'Sent: Monday, March 2, 2026 9:00 AM',
        'To: Tina <tina@desk.example>',
        'Subject: Printer',
        '',
        said,
      ),
      { 'In-Reply-To': '<1@example.org>' },
    ],
    [
      'an answer to something that was passed on',
      'Re: Fwd: Printer',
      lines(
        'done',
        '',
        '> ---------- Forwarded message ---------',
        '> From: Rita <rita@example.org>',
        '> Date: Mon, Mar 2, 2026 at 9:00 AM',
        '> Subject: Printer',
        '',
        said,
      ),
      { References: '<1@example.org>' },
    ],
    [
      'somebody without an address',
      'FW: Printer',
      lines(
        'From: Request, Rita',
        'Sent: Monday, March 2, 2026 9:00 AM',
        'To: Tina Tier',
        'Subject: Printer',
        '',
        said,
      ),
      {},
    ],
    ['only the word', 'Fwd: about the printer', 'Here is what I found out about it.', {}],
    ['a list of a person', 'Fwd: trip', lines('From: Berlin', 'To: Hamburg', 'Date: Monday'), {}],
  ])('%s is none', (_name, subject, body, head) => expect(forwardIn(subject, body, head)).toBeNull())
})

describe('in HTML', () => {
  const gmail =
    '<div dir="ltr">please take this<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">Rita Request</strong> <span dir="auto">&lt;<a href="mailto:rita@example.org">rita@example.org</a>&gt;</span><br>Date: Mon, Mar 2, 2026 at 9:00 AM<br>Subject: Printer<br>To: &lt;<a href="mailto:tina@desk.example">tina@desk.example</a>&gt;<br></div><br><br><p>My <b>printer</b> jams.</p></div></div>'
  const outlook =
    '<html><body><div><p>For you.</p></div><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Rita Request &lt;rita@example.org&gt;<br><b>Sent:</b> Monday, March 2, 2026 9:00 AM<br><b>To:</b> Tina &lt;tina@desk.example&gt;<br><b>Subject:</b> Printer</p></div><p>My <b>printer</b> jams.</p></body></html>'
  test.each([
    ['Gmail', gmail, 'please take this'],
    ['Outlook', outlook, 'For you.'],
  ])('%s', (_name, html, own) => {
    const found = forwardIn('Fwd: Printer', html, {}, 'text/html; charset=utf-8')
    expect(found?.from.address).toBe('rita@example.org')
    expect(found?.own.text).toBe(own)
    expect(found?.own.html).toContain(own)
    expect(found?.own.html).not.toContain('jams')
    expect(found?.html).toContain('My <b>printer</b> jams.')
    expect(found?.html).not.toContain('Sent:')
    expect(found?.html).not.toContain('Subject:')
  })
})

describe('a message that was attached whole', () => {
  const inner =
    'From: Rita <rita@example.org>\r\nTo: tina@desk.example\r\nSubject: Printer\r\nMessage-ID: <orig@example.org>\r\n\r\nMy printer jams.'
  const wrap = (parts: string[]) =>
    `--b\r\n\r\nplease take this\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`
  const rfc822 = `Content-Type: message/rfc822\r\n\r\n${inner}`
  const other = 'Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\nx'
  const read = (subject: string, parts: string[]) => forwardIn(subject, wrap(parts), {}, 'multipart/mixed; boundary=b')

  test('is the one that was passed on', () => {
    expect(read('Printer', [rfc822])).toMatchObject({
      from: { address: 'rita@example.org' },
      own: { text: 'please take this' },
      messageId: 'orig@example.org',
      text: 'My printer jams.',
    })
  })
  test('not when there are several, or when it is one file of many', () => {
    expect(read('Fwd: both', [rfc822, rfc822])).toBeNull()
    expect(read('Our files', [rfc822, other])).toBeNull()
  })
})

test('a hostile message takes no time', () => {
  const started = performance.now()
  forwardIn('Fwd: x', 'From: a\n'.repeat(100_000))
  forwardIn('Fwd: x', `${'-'.repeat(500_000)}\n${'From: '.repeat(100_000)}`)
  expect(performance.now() - started).toBeLessThan(2000)
})
