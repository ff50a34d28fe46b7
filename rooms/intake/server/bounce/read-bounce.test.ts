import { describe, expect, test } from 'vitest'
import { parseMail } from '../parse/parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import { saysAddressIsBad } from './status-in-words.ts'

function bounceIn(head: Record<string, string>, ...lines: string[]) {
  const fields = { From: 'MAILER-DAEMON@mx.example (Mail Delivery System)', ...head }
  const raw = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  return readBounce(parseMail(Buffer.from(`${raw.join('')}\r\n${lines.join('\r\n')}`)))
}

const copy = [
  'Return-Path: <desk@localhost>',
  'Received: from desk by mx; Mon, 2 Mar 2026 09:00:00 +0000',
  'Message-ID: <ours-1@localhost>',
  'Subject: [#1042] The printer',
  '',
  'Hello',
]

describe('a mail system that says in words what failed', () => {
  test.each<[string, Record<string, string>, string[], { status: string; recipient?: string; about?: string[] }]>([
    [
      'qmail',
      { Subject: 'failure notice' },
      [
        'Hi. This is the qmail-send program at mx.example.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "This is a permanent error; I've given up. Sorry it didn't work out.",
        '',
        '<rita@example.org>:',
        '192.0.2.1 does not like recipient.',
        'Remote host said: 550 5.1.1 <rita@example.org>: User unknown',
        'Giving up on 192.0.2.1.',
        '',
        '--- Below this line is a copy of the message.',
        '',
        ...copy,
      ],
      { status: '5.1.1' },
    ],
    [
      'exim',
      {
        Subject: 'Mail delivery failed: returning message to sender',
        'X-Failed-Recipients': 'rita@example.org',
        'Auto-Submitted': 'auto-replied',
      },
      [
        'This message was created automatically by mail delivery software.',
        '',
        'A message that you sent could not be delivered to one or more of its',
        'recipients. This is a permanent error. The following address(es) failed:',
        '',
        '  rita@example.org',
        '    SMTP error from remote mail server after RCPT TO:<rita@example.org>:',
        '    host mx.example.org [192.0.2.1]: 550 No such user here',
        '',
        '------ This is a copy of the message, including all the headers. ------',
        '',
        ...copy,
      ],
      { status: '5.1.1', recipient: 'rita@example.org' },
    ],
    [
      'sendmail',
      { Subject: 'Returned mail: see transcript for details' },
      [
        'The original message was received at Mon, 2 Mar 2026 09:00:00 GMT',
        '',
        '   ----- The following addresses had permanent fatal errors -----',
        '<rita@example.org>',
        '    (reason: 552 5.2.2 Over quota)',
        '',
        '   ----- Transcript of session follows -----',
        '',
        ...copy,
      ],
      { status: '5.2.2' },
    ],
    [
      'Exchange, older',
      { From: 'postmaster@x.example', Subject: 'Undeliverable: [#1042] The printer' },
      [
        'Your message did not reach some or all of the intended recipients.',
        '',
        '      Subject: [#1042] The printer',
        '',
        'The following recipient(s) could not be reached:',
        '',
        '      rita@example.org on 3/2/2026 9:00 AM',
        '            The e-mail account does not exist at the organization this message was sent to.',
        '            <mx.example #5.1.1 smtp;550 5.1.1 User unknown>',
        '',
        ...copy,
      ],
      { status: '5.1.1' },
    ],
    [
      'Gmail',
      {
        From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        Subject: 'Delivery Status Notification (Failure)',
        'X-Failed-Recipients': 'rita@example.org',
        'In-Reply-To': '<ours-1@localhost>',
      },
      [
        '** Address not found **',
        '',
        "Your message wasn't delivered to rita@example.org because the address couldn't be found, or is unable to receive mail.",
      ],
      { status: '5.1.1', recipient: 'rita@example.org' },
    ],
    [
      'Notes',
      {
        From: 'Postmaster@x.example',
        Subject: 'DELIVERY FAILURE: User rita (rita@example.org) not listed in Domino Directory',
        References: '<ours-1@localhost>',
      },
      [
        'Your message',
        '',
        '  Subject: The printer',
        '',
        'was not delivered to:',
        '',
        '  rita@example.org',
        '',
        'because:',
        '',
        '  User rita (rita@example.org) not listed in Domino Directory',
      ],
      { status: '5.1.1' },
    ],
    [
      'German',
      { From: 'postmaster@x.example', Subject: 'Unzustellbar: Drucker', 'In-Reply-To': '<ours-1@localhost>' },
      ['Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.', '550 5.7.1 Rejected as spam'],
      { status: '5.7.1' },
    ],
    [
      'by its domain',
      { Subject: 'Undelivered Mail Returned to Sender', 'In-Reply-To': '<ours-1@localhost>' },
      ['<rita@nowhere.example>: Host or domain name not found. Name service error'],
      { status: '5.1.2' },
    ],
  ])('%s', (_name, head, lines, expected) => {
    const bounce = bounceIn(head, ...lines)
    expect(bounce?.about).toContain('ours-1@localhost')
    expect(bounce?.failures).toHaveLength(1)
    expect(bounce?.failures[0]?.status).toBe(expected.status)
    if (expected.recipient) expect(bounce?.failures[0]?.recipient).toBe(expected.recipient)
  })

  test('that it takes longer is no failure', () => {
    const delayed = bounceIn(
      { Subject: 'Warning: message delayed 24 hours' },
      'This message was created automatically by mail delivery software.',
      'A message that you sent has not yet been delivered. 451 4.4.1 no answer',
      '',
      ...copy,
    )
    expect(delayed?.failures).toEqual([])
  })

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a person who writes about it',
      { From: 'rita@example.org', Subject: 'Undeliverable: what is this?' },
      ['I got this.', ...copy],
    ],
    [
      'an answering program with an empty envelope',
      { From: 'rita@example.org', 'Return-Path': '<>', Subject: 'Automatic reply: The printer' },
      ['I am on leave.'],
    ],
    [
      'the postmaster, a person too',
      { From: 'postmaster@x.example', Subject: 'New mail server' },
      ['We have a new one.'],
    ],
  ])('%s is none', (_name, head, lines) => expect(bounceIn(head, ...lines)).toBeNull())

  test('a hostile one takes no time', () => {
    const started = performance.now()
    bounceIn({ Subject: 'failure notice' }, 'a'.repeat(500_000), '5'.repeat(200_000), '<a@b.c>:'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test.each([
  ['5.1.1', true],
  ['5.2.1', true],
  ['5.2.2', true],
  ['5.4.4', true],
  ['', true],
  ['5.3.4', false],
  ['5.6.1', false],
  ['5.7.1', false],
  ['4.2.2', false],
])('%j speaks against the address: %s', (status, bad) => expect(saysAddressIsBad(status)).toBe(bad))
