import { expect, test } from 'vitest'
import { splitMail } from '../quote/split-mail.ts'
import { parseMail } from './parse-mail.ts'

/** Messages that touch every part of the reader; the mutations below break them in every place. */
const SEEDS = [
  'From: =?utf-8?Q?J=C3=BCrgen?= <j@x.example>\nTo: "A, B" <a@x.example>, C <c@x.example>\nSubject: =?iso-2022-jp?B?GyRCJDMkcxsoQg==?=\nMessage-ID: <1@x>\nReferences: <2@x> <3@x>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\nContent-Transfer-Encoding: quoted-printable\n\nHello =C3=BC \nworld\n\nOn Tue, Mar 3, 2026 at 10:00 AM Desk <d@x.example> wrote:\n> quoted\n-- \nsignature\nTel. +49 30 123456\n',
  'From: a@x.example\nSubject: Re: x\nContent-Type: multipart/mixed; boundary="b 1"\n\npreamble\n--b 1\nContent-Type: multipart/alternative; boundary=b2\n\n--b2\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: base64\n\nz/Do4uXy\n--b2\nContent-Type: text/html\n\n<html><body><div>Hi <b>there</b><img src="cid:i@x"></div><div class="gmail_quote"><div class="gmail_attr">On x wrote:</div><blockquote class="gmail_quote">old</blockquote></div></body></html>\n--b2--\n--b 1\nContent-Type: image/png; name*0*=utf-8\'\'%C3%BC; name*1=".png"\nContent-ID: <i@x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b 1\nContent-Type: message/rfc822\n\nFrom: z@x.example\nSubject: inner\n\ninner\n--b 1--\nepilogue\n',
  'Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nSorry\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; q@x.example\nAction: failed\nStatus: 5.1.1\n--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: <sent@x>\n--r--\n',
  'From: a@x.example\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IgAAApACAAYADgAAAAAAAAAAAAAAAAAAAAAAAAACEIABAAkAAABwbGFuLnR4dAAAAAIPgAYACAAAAHRoZSBwbGFuAAA=\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n',
]

/** A small generator with a fixed seed, so that what fails can be found again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const BITS = [
  '\n',
  '\r\n',
  '\n\n',
  '--b 1\n',
  '--b2--\n',
  ' ',
  '\t',
  '"',
  '<',
  '>',
  '=',
  '=?',
  '?=',
  ';',
  ':',
  '\0',
  '\xff',
  '\x1b$B',
  '> ',
  '<div>',
  '</blockquote>',
  '<!--',
  'begin 644 a\n',
  'From: x\n',
  'x'.repeat(5000),
  '<a href="#">'.repeat(200),
]

function mutate(seed: string, next: () => number): Buffer {
  let text = seed
  const pick = (size: number) => Math.floor(next() * size)
  for (let times = 1 + pick(6); times > 0; times--) {
    const at = pick(text.length)
    const length = pick(40)
    const kind = pick(5)
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length)
    else if (kind === 1) text = text.slice(0, at) + (BITS[pick(BITS.length)] ?? '') + text.slice(at)
    else if (kind === 2) text = text.slice(0, at) + String.fromCharCode(pick(256)) + text.slice(at + 1)
    else if (kind === 3)
      text = text.slice(0, at) + text.slice(at, at + length).repeat(1 + pick(50)) + text.slice(at + length)
    else text = text.slice(0, at)
  }
  return Buffer.from(text, 'latin1')
}

const COUNT = Number(process.env.FUZZ_MESSAGES ?? 2000)

test('no mutation of a message makes the reader throw or think long', { timeout: 3_600_000 }, () => {
  const next = random(20_261_121)
  let slowest = 0
  for (let count = 0; count < COUNT; count++) {
    const raw = mutate(SEEDS[count % SEEDS.length] ?? '', next)
    const before = process.cpuUsage()
    const mail = parseMail(raw)
    const words = splitMail(mail)
    slowest = Math.max(slowest, process.cpuUsage(before).user / 1000)
    expect(JSON.stringify([mail.text, mail.html, mail.subject, mail.from, words])).not.toContain('\\u0000')
    expect(words.html ?? '').not.toMatch(/<script|javascript:|\son\w+=/i)
  }
  expect(slowest).toBeLessThan(1000)
})
