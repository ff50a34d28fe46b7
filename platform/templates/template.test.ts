import { describe, expect, test } from 'vitest'
import { type Checkable, checkTemplate } from './check-template.ts'
import { renderTemplate } from './render-template.ts'

const words = { en: '', de: '' }
const template: Checkable = {
  variables: {
    name: { kind: 'text', example: 'Ada', words },
    url: { kind: 'link', example: 'https://desk.example', words },
    message: { kind: 'html', example: '<p>Hi</p>', words },
    'ticket.number': { kind: 'text', example: '1042', words },
  },
  required: ['url'],
  subjectHas: '[#{{ticket.number}}]',
}
const subject = '[#{{ ticket.number }}] Hello'
const look = { frame: 'letter', language: 'en', brand: 'Desk' } as const
const check = (body: string, over = subject) =>
  checkTemplate(template, { subject: over, body }).map(
    ({ field, code, line, column, name }) => `${field} ${line}:${column} ${code} ${name}`,
  )

describe('what is wrong is named with its line', () => {
  test.each([
    ['Dear {{name}},\n\n[Open]({{url}})', []],
    ['Dear {{nmae}},\n\n{{url}}', ['body 1:6 unknown nmae']],
    ['{{url}}\n\n{{#name}}\nDear', ['body 3:1 unclosed_block name']],
    ['{{url}}\nDear {{/name}}', ['body 2:6 stray_close name']],
    ['{{url}}\n{{#name}}\nx\n{{/url}}', ['body 4:1 wrong_close name']],
    ['{{url}}\n\nDear {{name}\n', ['body 3:6 unclosed_tag {{name}']],
    ['{{url}} {{a b}}', ['body 1:9 bad_tag {{a b}}']],
    ['Dear {{name}}', ['body 1:14 missing url']],
    ['[x]({{name}}) {{url}}', ['body 1:1 no_link name']],
    ['[x](javascript:x) {{url}}', ['body 1:1 bad_link javascript:x']],
    ['[x](ftp://a) {{url}}', ['body 1:1 bad_link ftp://a']],
  ])('%s', (body, problems) => expect(check(body)).toEqual(problems))

  test('a subject that answers would not find back by', () => {
    expect(check('{{url}}', 'Hello')).toEqual(['subject 1:1 missing [#{{ticket.number}}]'])
  })
})

describe('what is sent', () => {
  const render = (body: string, values: Parameters<typeof renderTemplate>[2]) =>
    renderTemplate(template, { subject, body }, { 'ticket.number': '7', ...values }, look)

  test('is text and HTML of the same words', () => {
    const mail = render('Dear **{{name}}**,\n\nfirst line\nsecond line\n\n- one\n- two\n\n[Follow it]({{url}})', {
      name: 'Ada',
      url: 'https://desk.example/7',
    })
    expect(mail.subject).toBe('[#7] Hello')
    expect(mail.text).toBe('Dear Ada,\n\nfirst line\nsecond line\n\n- one\n- two\n\nFollow it:\nhttps://desk.example/7')
    expect(mail.html).toContain('Dear <strong>Ada</strong>,')
    expect(mail.html).toContain('first line<br>second line')
    expect(mail.html).toMatch(/<a href="https:\/\/desk\.example\/7"[^>]*>Follow it<\/a>/)
  })

  test('takes nothing in a value for markup, in HTML or of its own', () => {
    const mail = render('{{name}} and [x]({{url}})', {
      name: '**b** [y](https://evil.example) <img src=x> {{url}} \uE000url\uE001',
      url: 'javascript:alert(1)',
    })
    expect(mail.html).not.toMatch(/<img|<strong>|evil\.example"|javascript/)
    expect(mail.html).toContain('&lt;img src=x&gt;')
    expect(mail.text).toContain('{{url}}')
  })

  test('leaves out what has no value, with the line it stood on', () => {
    const body = 'One\n{{#name}}\nfor {{name}}\n{{/name}}\n{{^name}}\nfor nobody\n{{/name}}\n\n{{message}}'
    expect(render(body, {}).text).toBe('One\nfor nobody')
    expect(render(body, { name: 'Ada' }).text).toBe('One\nfor Ada')
  })

  test('keeps the HTML of a message that a person wrote', () => {
    const mail = render('{{message}}', { message: { html: '<p>Hi <b>you</b></p>', text: 'Hi you' } })
    expect(mail.html).toContain('<p>Hi <b>you</b></p>')
    expect(mail.text).toBe('Hi you')
  })
})

test.each([
  ['open braces', '{{'.repeat(50_000)],
  ['blocks in blocks', '{{#name}}'.repeat(5_000)],
  ['open links', '['.repeat(100_000)],
  ['stars', '**'.repeat(50_000)],
])('%s in bounded time', (_name, body) => {
  const before = process.cpuUsage()
  checkTemplate(template, { subject, body })
  renderTemplate(template, { subject, body }, {}, look)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
})
