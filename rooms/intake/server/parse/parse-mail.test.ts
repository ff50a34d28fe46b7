import { describe, expect, test } from 'vitest'
import { parseMail } from './parse-mail.ts'

const mail = (head: string, body: string | Buffer = '') =>
  parseMail(
    Buffer.concat([
      Buffer.from(`${head.replace(/\n/g, '\r\n')}\r\n\r\n`, 'latin1'),
      typeof body === 'string' ? Buffer.from(body.replace(/\n/g, '\r\n')) : body,
    ]),
  )

const bytes = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')

describe('charsets of a body', () => {
  test.each([
    ['UTF-8', 'utf-8', Buffer.from('Grüße €'), 'Grüße €'],
    ['UTF-8 declared as latin1', 'iso-8859-1', Buffer.from('Grüße aus Köln'), 'Grüße aus Köln'],
    ['UTF-8 not declared', '', Buffer.from('Привет'), 'Привет'],
    ['windows-1252 declared as latin1', 'iso-8859-1', bytes('80 2031 30 20 9366 fc 7294'), '€ 10 “für”'],
    ['latin1 declared as UTF-8', 'utf-8', Buffer.from('Grüße aus München', 'latin1'), 'Grüße aus München'],
    ['latin1 not declared', 'us-ascii', Buffer.from('Störung im Büro', 'latin1'), 'Störung im Büro'],
    [
      'windows-1251 declared as latin1',
      'iso-8859-1',
      bytes('cfeef7f2e020ede520f0e0e1eef2e0e5f22c20eff0e8ede8ece0fe20ecf3f1eef0'),
      'Почта не работает, принимаю мусор',
    ],
    [
      'windows-1251 not declared',
      '',
      bytes('c7e4f0e0e2f1f2e2f3e9f2e52120cff0e8edf2e5f020ede520efe5f7e0f2e0e5f2'),
      'Здравствуйте! Принтер не печатает',
    ],
    [
      'koi8-r not declared',
      '',
      bytes('f0d2c9d7c5d42120f0d2c9ced4c5d220cec520d0c5dec1d4c1c5d4'),
      'Привет! Принтер не печатает',
    ],
    [
      'windows-1250 declared as latin1',
      'iso-8859-1',
      bytes(
        '50726f737aea206f20706f6d6f632c206e6965206dee67b92073 69ea20 7a616c6f676f7761e6 2c 2064 7a69ea6b75 6ae6 2070 72 6f 62 6c 65 6d 20 7a 20 b3b9 63 7a 65 6d'.replace(
          '6dee67b9',
          '6d6f67b9',
        ),
      ),
      'Proszę o pomoc, nie mogą się zalogować, dziękujć problem z łączem',
    ],
    ['ISO-2022-JP', 'iso-2022-jp', bytes('1b2442 2533 2573 2557 2565 213c 253f 1b2842'), 'コンプュータ'],
    ['ISO-2022-JP not declared', '', bytes('1b2442 2533 2573 1b2842'), 'コン'],
    ['Shift_JIS', 'cp932', bytes('8343 8393 8355 8383'), 'インザャ'],
    [
      'GB18030 declared as gb2312',
      'gb2312',
      bytes('c4e3bac3 9458'),
      '你好擷'.slice(0, 2) + new TextDecoder('gb18030').decode(bytes('9458')),
    ],
    [
      'GB18030 not declared',
      '',
      bytes('c4e3bac3a3acb4f2d3a1bbfaceded6b4f2d3a1'.slice(0, 32)),
      new TextDecoder('gb18030').decode(bytes('c4e3bac3a3acb4f2d3a1bbfaceded6b4')),
    ],
    ['EUC-KR as ks_c_5601-1987', 'ks_c_5601-1987', bytes('bec8b3e7c7cfbcbcbfe4'), '안녕하세요'],
    ['ISO-2022-KR', 'iso-2022-kr', bytes('1b242943 0e 3e48 3367 0f'), '안녕'],
    ['HZ', 'hz-gb-2312', Buffer.from('~{<:Ky2;~}', 'latin1'), '己所不'],
    ['UTF-7', 'utf-7', Buffer.from('Hi Mom +Jjo-! A+-B', 'latin1'), 'Hi Mom ☺! A+B'],
    ['cp850', 'ibm850', bytes('47 72 81 e1 65'), 'Grüße'],
    ['UTF-16 with a mark', 'utf-16', bytes('fffe 4800 6900 fc00'), 'Hiü'],
    [
      'UTF-8 with a stray latin1 footer',
      'utf-8',
      Buffer.concat([Buffer.from('Füße und Hände — '), Buffer.from('Grüße', 'latin1')]),
      'Füße und Hände — Grüße',
    ],
    ['a charset nobody knows', 'x-mystery', Buffer.from('Grüße'), 'Grüße'],
  ])('%s', (_name, charset, body, text) => {
    const type = charset === '' ? 'text/plain' : `text/plain; charset="${charset}"`
    expect(mail(`From: a@x.example\nContent-Type: ${type}\nContent-Transfer-Encoding: 8bit`, body).text).toBe(text)
  })
})

describe('subjects', () => {
  test.each([
    ['B word', '=?utf-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['Q word', '=?iso-8859-1?Q?Gr=FC=DFe_aus?= Berlin', 'Grüße aus Berlin'],
    ['words split inside a character', '=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=', 'Grüße'],
    ['folded words', '=?utf-8?Q?Gr=C3=BC?=\n =?utf-8?Q?=C3=9Fe?=', 'Grüße'],
    ['words of two charsets', '=?utf-8?Q?=C3=BC?= =?iso-8859-1?Q?=DF?=', 'üß'],
    ['a word inside a word', 'Re:=?utf-8?Q?=C3=BCx?=done', 'Re:üxdone'],
    ['a word with spaces', '=?utf-8?Q?hello world =C3=BC?=', 'hello world ü'],
    ['a word without end', '=?utf-8?Q?hello=20w=C3=BCrld', 'hello würld'],
    ['a language', '=?utf-8*de?Q?=C3=BC?=', 'ü'],
    ['a mislabelled word', '=?us-ascii?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['ISO-2022-JP', '=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=', 'こんにちは'],
    ['base64 without padding', '=?utf-8?B?R3LDvA?=', 'Grü'],
    ['a question mark in a Q word', '=?utf-8?Q?wie?=20geht?=', 'wie? geht'],
    ['no word at all', 'a =? b', 'a =? b'],
    ['long white space', 'a \t\n   b', 'a b'],
    ['raw UTF-8', Buffer.from('Grüße').toString('latin1'), 'Grüße'],
    ['raw latin1', 'Gr\xfc\xdfe', 'Grüße'],
  ])('%s', (_name, raw, subject) => expect(mail(`Subject: ${raw}\nFrom: a@x.example`).subject).toBe(subject))
})

describe('addresses', () => {
  test.each([
    ['Erika Muster <e@x.example>', 'Erika Muster', 'e@x.example'],
    ['"Muster, Erika" <e@x.example>', 'Muster, Erika', 'e@x.example'],
    ['Muster, Erika <e@x.example>', 'Muster, Erika', 'e@x.example'],
    ['e@x.example (Erika Muster)', 'Erika Muster', 'e@x.example'],
    ['e@x.example', '', 'e@x.example'],
    ['<e@x.example>', '', 'e@x.example'],
    ['"e@x.example" <e@x.example>', '', 'e@x.example'],
    ["'Erika' <e@x.example>", 'Erika', 'e@x.example'],
    ['=?utf-8?Q?Erika=2C_Dr=2E?= <e@x.example>', 'Erika, Dr.', 'e@x.example'],
    ['"=?utf-8?Q?J=C3=BCrgen?=" <e@x.example>', 'Jürgen', 'e@x.example'],
    ['Erika <<e@x.example>>', 'Erika', 'e@x.example'],
    ['Erika <mailto:e@x.example>', 'Erika', 'e@x.example'],
    ['Erika <e@x.example', 'Erika', 'e@x.example'],
    ['Erika e@x.example', '', 'e@x.example'],
    ['"Erika \\"Eri\\" M." <e@x.example>', 'Erika "Eri" M.', 'e@x.example'],
    ['=?utf-8?Q?boss=40bank=2Eexample=2C?= <e@x.example>', 'boss@bank.example,', 'e@x.example'],
    ['Team: Erika <e@x.example>;', 'Erika', 'e@x.example'],
    ['erika@müller.example', '', 'erika@müller.example'],
  ])('%s', (raw, name, address) => {
    const from = Buffer.from(raw).toString('latin1')
    expect(mail(`From: ${from}`).from).toEqual({ name, address })
  })

  test('lists, groups and empty groups', () => {
    const parsed = mail(
      'From: a@x.example\nTo: A: b@x.example, "C, D" <c@x.example>; d@x.example\nCc: undisclosed-recipients:;',
    )
    expect(parsed.to.map((to) => to.address)).toEqual(['b@x.example', 'c@x.example', 'd@x.example'])
    expect(parsed.cc).toEqual([])
  })
})

describe('attachments', () => {
  const part = (head: string, body = 'AAAA') =>
    mail(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=b',
      `--b\nContent-Type: text/plain\n\nhello\n--b\n${head}\nContent-Transfer-Encoding: base64\n\n${body}\n--b--\n`,
    ).attachments[0]

  test.each([
    ['plain', 'Content-Disposition: attachment; filename="a.pdf"', 'a.pdf'],
    [
      'RFC 2231',
      "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbersicht%20M%C3%A4rz.pdf",
      'Übersicht März.pdf',
    ],
    [
      'RFC 2231 in pieces',
      'Content-Disposition: attachment; filename*0*=iso-8859-1\'\'%DCber; filename*1="sicht "; filename*2*=M%E4rz.pdf',
      'Übersicht März.pdf',
    ],
    ['pieces out of order', 'Content-Disposition: attachment; filename*1="b.pdf"; filename*0="a"', 'ab.pdf'],
    [
      'RFC 2047 in quotes',
      'Content-Disposition: attachment; filename="=?utf-8?Q?=C3=9Cbersicht.pdf?="',
      'Übersicht.pdf',
    ],
    ['raw UTF-8', `Content-Disposition: attachment; filename="Übersicht.pdf"`, 'Übersicht.pdf'],
    ['only a name', 'Content-Type: application/pdf; name=a b.pdf', 'a b.pdf'],
    ['a path', 'Content-Disposition: attachment; filename="C:\\\\Users\\\\x\\\\a.pdf"', 'a.pdf'],
    ['climbing out', 'Content-Disposition: attachment; filename="../../etc/passwd"', 'passwd'],
    [
      'an empty name',
      'Content-Type: application/pdf\nContent-Disposition: attachment; filename=""',
      'attachment-1.pdf',
    ],
    ['only dots', 'Content-Type: application/zip\nContent-Disposition: attachment; filename=".."', 'attachment-1.zip'],
    ['a turned extension', `Content-Disposition: attachment; filename="a\u202efdp.exe"`, 'a_fdp.exe'],
  ])('%s', (_name, head, name) => expect(part(head)?.name).toBe(name))

  test('keep their bytes', () => {
    expect(
      part(
        'Content-Disposition: attachment; filename=a',
        Buffer.from('hello\0world').toString('base64'),
      )?.content.toString(),
    ).toBe('hello\0world')
  })

  test('a message inside a message is a file named by its subject, and its text is not ours', () => {
    const parsed = mail(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=b',
      '--b\n\nsee attached\n--b\nContent-Type: message/rfc822\n\nFrom: c@x.example\nSubject: Old/one\n\ninner\n--b--',
    )
    expect(parsed.text).toBe('see attached')
    expect(parsed.attachments.map((file) => [file.name, file.type])).toEqual([['Old-one.eml', 'message/rfc822']])
  })

  test('uuencode in the text becomes a file', () => {
    const parsed = mail('From: a@x.example', 'hello\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nbye\n')
    expect(parsed.text).toBe('hello\n\n\nbye\n')
    expect(parsed.attachments.map((file) => [file.name, file.content.toString()])).toEqual([['cat.txt', 'Cat']])
  })
})

describe('structure', () => {
  test('alternatives, related images and files', () => {
    const parsed = mail(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=m',
      '--m\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nplain\n--a\nContent-Type: text/html\n\n<p>rich<img src="cid:i@x"></p>\n--a--\n--r\nContent-Type: image/png\nContent-ID: <i@x>\nContent-Transfer-Encoding: base64\n\nAAAA\n--r--\n--m\nContent-Type: text/plain\nContent-Disposition: attachment; filename=log.txt\n\nlog\n--m--',
    )
    expect(parsed.text).toBe('plain')
    expect(parsed.html).toBe('<p>rich<img src="cid:i@x"></p>')
    expect(parsed.attachments.map((file) => [file.name, file.inline, file.contentId])).toEqual([
      ['attachment-1.png', true, 'i@x'],
      ['log.txt', false, null],
    ])
    expect(parsed.problems).toEqual(['there is no Message-ID'])
  })

  test('text around an image is kept in order', () => {
    const parsed = mail(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=m',
      '--m\n\nabove\n--m\nContent-Type: image/png; name=a.png\nContent-Disposition: inline\n\nx\n--m\n\nbelow\n--m--',
    )
    expect(parsed.text).toBe('above\n\nbelow')
  })

  test('HTML alone gives text', () =>
    expect(mail('From: a@x.example\nContent-Type: text/html', '<p>a</p><p>b</p>').text).toBe('a\n\nb'))

  test.each([
    ['no boundary is declared', 'multipart/mixed', '--b\nContent-Type: text/plain\n\nhello\n--b--'],
    [
      'another boundary is declared',
      'multipart/mixed; boundary=wrong',
      '--b\nContent-Type: text/plain\n\nhello\n--b--',
    ],
    ['the last part is open', 'multipart/mixed; boundary=b', '--b\nContent-Type: text/plain\n\nhello'],
    ['there are no parts', 'multipart/mixed; boundary=b', 'hello'],
    [
      'the inner boundary begins like the outer',
      'multipart/mixed; boundary=b',
      '--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nhello\n--bb--\n--b--',
    ],
    [
      'the inner multipart is not closed',
      'multipart/mixed; boundary=b',
      '--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\nhello\n--b--',
    ],
    ['the type is nonsense', 'text', 'hello'],
    ['boundary lines end in white space', 'multipart/mixed; boundary=b', '--b  \n\nhello\n--b--  \n'],
  ])('hello is found where %s', (_name, type, body) => {
    expect(mail(`From: a@x.example\nContent-Type: ${type}`, body).text.trim()).toBe('hello')
  })

  test('flowed text is joined, signatures and quotes kept', () => {
    expect(mail('From: a@x.example\nContent-Type: text/plain; format=flowed', 'a \nb\n> q \n> r\n-- \nme').text).toBe(
      'a b\n> q r\n-- \nme',
    )
  })

  test('quoted-printable with soft breaks, stray signs and trailing white space', () => {
    expect(
      mail('From: a@x.example\nContent-Transfer-Encoding: quoted-printable', 'a=20=\nb =3D 100% =ZZ\nc  \n').text,
    ).toBe('a b = 100% =ZZ\nc\n')
  })

  test('bare carriage returns, an mbox line, a header line that is none', () => {
    expect(parseMail(Buffer.from('From: a@x.example\rSubject: s\r\rhello')).text).toBe('hello')
    expect(
      parseMail(Buffer.from('From a@x Mon Jan 1\nFrom: a@x.example\nthis is no field\nSubject: s\n\nhello')),
    ).toMatchObject({ subject: 's', text: 'hello' })
  })

  test('ids with and without brackets, comments, folds', () => {
    const parsed = mail(
      'From: a@x.example\nMessage-ID: <1@x>\nIn-Reply-To: Your message of today <2@x>\nReferences: <3@x>\n <2@x>',
    )
    expect(parsed).toMatchObject({ messageId: '1@x', inReplyTo: ['2@x'], references: ['3@x', '2@x'] })
  })

  test.each([
    ['Tue, 3 Mar 2026 10:00:00 +0100', '2026-03-03T09:00:00.000Z'],
    ['3 Mar 26 10:00 EST', '2026-03-03T15:00:00.000Z'],
    ['Tue, 03 March 2026 10:00:00 +0000 (UTC)', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
    ['yesterday', undefined],
  ])('date %s', (raw, iso) => expect(mail(`From: a@x.example\nDate: ${raw}`).date?.toISOString()).toBe(iso))

  test('winmail.dat is unpacked', () => {
    const attribute = (level: number, id: number, type: number, data: Buffer) => {
      const head = Buffer.alloc(9)
      head.writeUInt8(level, 0)
      head.writeUInt16LE(id, 1)
      head.writeUInt16LE(type, 3)
      head.writeUInt32LE(data.length, 5)
      return Buffer.concat([head, data, Buffer.alloc(2)])
    }
    const tnef = Buffer.concat([
      Buffer.from('789f3e220000', 'hex'),
      attribute(2, 0x9002, 6, Buffer.alloc(14)),
      attribute(2, 0x8010, 1, Buffer.from('plan.txt\0')),
      attribute(2, 0x800f, 6, Buffer.from('the plan')),
    ])
    const parsed = mail(
      'From: a@x.example\nContent-Type: multipart/mixed; boundary=b',
      `--b\n\nhello\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n--b--`,
    )
    expect(parsed.attachments.map((file) => [file.name, file.content.toString()])).toEqual([['plan.txt', 'the plan']])
  })
})

describe('nature', () => {
  test.each([
    ['a person', '', {}],
    ['Auto-Submitted: no', 'Auto-Submitted: no', {}],
    ['an automatic answer', 'Auto-Submitted: auto-replied', { auto: true }],
    ['an Exchange answer', 'X-Auto-Response-Suppress: All', { auto: true }],
    ['receipts suppressed only', 'X-Auto-Response-Suppress: DR, RN, NRN', {}],
    ['a list', 'List-Id: <l.x.example>', { list: true, bulk: true }],
    ['mass mail', 'Precedence: bulk', { bulk: true }],
    ['an empty envelope sender', 'Return-Path: <>', { bounce: true, auto: true }],
    ['out of office by its subject', 'Subject: Abwesenheitsnotiz: Re: Drucker', { auto: true }],
    [
      'an automatic answer by its Cyrillic subject',
      `Subject: =?utf-8?B?${Buffer.from('Автоматический ответ: Принтер').toString('base64')}?=`,
      { auto: true },
    ],
    [
      'an automatic answer by its Japanese subject',
      `Subject: =?utf-8?B?${Buffer.from('自動返信: プリンター').toString('base64')}?=`,
      { auto: true },
    ],
    ['an old Outlook', 'Subject: Out of Office AutoReply: Printer', { auto: true }],
    ['a complaint', 'Subject: Automatic response time is slow', {}],
    ['an office in the subject', 'Subject: Printer in the office is out of paper', {}],
  ])('%s', (_name, head, nature) => {
    const none = { auto: false, bounce: false, list: false, bulk: false }
    expect(mail(`From: a@x.example${head && `\n${head}`}`).nature).toMatchObject({ ...none, ...nature })
  })

  test.each([
    'message/rfc822',
    'message/global',
    'message/global-headers',
    'text/rfc822-headers',
    'message/rfc822-headers',
  ])('a delivery report with %s says whom, why and about which message', (returned) => {
    const parsed = mail(
      'From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b',
      `--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; who@y.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such\n user\n--b\nContent-Type: ${returned}\n\nMessage-ID: <sent@x>\nSubject: s\n\nbody\n--b--`,
    )
    expect(parsed.nature.bounce).toBe(true)
    expect(parsed.reports).toEqual([
      { recipient: 'who@y.example', action: 'failed', status: '5.1.1', diagnostic: '550 no such user' },
    ])
    expect(parsed.reportedMessageId).toBe('sent@x')
  })
})

describe('hostile input', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 100_000 }, (_v, i) => (i * 7919) & 255))],
    ['a megabyte of one header', Buffer.from(`Subject: ${'=?utf-8?q?x?= '.repeat(80_000)}\n\nx`)],
    ['half-open words', Buffer.from(`Subject: ${'=?a?q?'.repeat(150_000)}\n\nx`)],
    ['half-open quotes', Buffer.from(`To: ${'"<('.repeat(300_000)}\n\nx`)],
    ['20,000 parts', Buffer.from(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}`)],
    [
      '1,000 levels',
      Buffer.from(
        Array.from({ length: 1000 }, (_v, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join(''),
      ),
    ],
    [
      'siblings with absent boundaries',
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: multipart/mixed; boundary=zz\n\nx\n'.repeat(5000)}`,
      ),
    ],
    ['a megabyte of dashes', Buffer.from(`Content-Type: multipart/mixed; boundary=-\n\n${'-'.repeat(1_000_000)}`)],
    ['endless parameters', Buffer.from(`Content-Type: text/plain; ${'a*1=b;'.repeat(40_000)}\n\nx`)],
    ['uuencode without end', Buffer.from(`\n\n${'begin 644 a\nM'.repeat(50_000)}`)],
  ])('%s is read within a second', (_name, raw) => {
    const before = process.cpuUsage()
    const parsed = parseMail(raw)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
    expect(typeof parsed.text).toBe('string')
  })

  test('no NUL reaches the database', () => {
    const parsed = mail('From: a\0b <a@x.example>\nSubject: x\0y', 'a\0b')
    expect(JSON.stringify([parsed.text, parsed.subject, parsed.from])).not.toContain('\\u0000')
  })
})
