import { describe, expect, test } from 'vitest'
import { textToHtml } from './from-text.ts'
import { sanitiseHtml } from './sanitise.ts'
import { htmlToText } from './to-text.ts'

describe('sanitising', () => {
  test.each([
    ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['a handler', '<p onclick="x()">a</p>', '<p>a</p>'],
    [
      'a script address',
      '<a href="java\nscript:alert(1)">a</a>',
      '<a rel="noopener noreferrer nofollow" target="_blank">a</a>',
    ],
    [
      'a link',
      '<a href="https://a.example" target="_top">a</a>',
      '<a href="https://a.example" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    ],
    ['a remote image', '<img src="https://t.example/x.gif">', '<img data-src="https://t.example/x.gif" />'],
    ['a remote image without scheme', '<img src="//t.example/x.gif">', '<img data-src="https://t.example/x.gif" />'],
    ['a drawing in data', '<img src="data:image/svg+xml;base64,AAAA">', '<img />'],
    ['a picture in data', '<img src="data:image/png;base64,AAAA">', '<img src="data:image/png;base64,AAAA" />'],
    ['an inline image not stored', '<img src="cid:a@b">', '<img data-cid="a@b" />'],
    [
      'a style that loads',
      '<p style="background:url(https://x.example);color:red">a</p>',
      '<p style="color:red">a</p>',
    ],
    ['a style that covers the page', '<p style="position:fixed;top:0;margin:-50px">a</p>', '<p>a</p>'],
    ['an escaped style', '<p style="color:r\\65 d;width:10px">a</p>', '<p style="width:10px">a</p>'],
    ['a style sheet', '<style>p{color:red}</style><p>a</p>', '<p>a</p>'],
    ['a form', '<form action="https://x.example"><input name="a"><button>Go</button></form>', 'Go'],
    ['a drawing', '<svg><a xlink:href="javascript:1">x</a></svg>b', 'b'],
    ['an open tag', '<p>a<b>c', '<p>a<b>c</b></p>'],
    ['a comment for one browser', '<!--[if mso]><p>x</p><![endif]-->a', 'a'],
    ['a stored file', '<img src="/api/v1/files/7">', '<img src="/api/v1/files/7" />'],
  ])('%s', (_name, dirty, clean) => expect(sanitiseHtml(dirty)).toBe(clean))

  test('maps inline images to stored files', () => {
    const html = sanitiseHtml('<img src="cid:logo%40x">', {
      fileUrl: (id) => (id === 'logo@x' ? '/api/v1/files/3' : null),
    })
    expect(html).toBe('<img src="/api/v1/files/3" />')
  })

  test('is idempotent', () => {
    const once = sanitiseHtml(
      '<p style="color:red">a<img src="https://t.example/x.gif"><img src="cid:logo@x"><a href="https://a.example">b</a></p>',
    )
    expect(sanitiseHtml(once)).toBe(once)
  })

  test('a long page is made safe again, whatever was made safe before', () => {
    const page = (word: string) => `<p>${word}<script>x()</script><img src="cid:a"></p>`.repeat(2000)
    const file = { fileUrl: () => '/api/v1/files/3' }
    const [first, second] = [sanitiseHtml(page('a')), sanitiseHtml(page('b'))]
    expect(first.slice(0, 40)).toBe('<p>a<img data-cid="a" /></p><p>a<img dat')
    expect(second.slice(0, 6)).toBe('<p>b<i')
    expect(sanitiseHtml(first) === first).toBe(true)
    expect(sanitiseHtml(page('a'), file).slice(0, 36)).toBe('<p>a<img src="/api/v1/files/3" /></p')
    expect(sanitiseHtml(page('a')) === first).toBe(true)
    expect(sanitiseHtml(`${second}<script>x()</script>`) === second).toBe(true)
  })

  test.each([
    ['10,000 deep', '<div>'.repeat(10_000)],
    ['5,000 links', '<a href="https://a.example/b">c</a> '.repeat(5000)],
    ['a megabyte of open brackets', '<'.repeat(1_000_000)],
    ['a tag with 100,000 attributes', `<a ${'b=c '.repeat(100_000)}>`],
    ['quotes in quotes', '<blockquote>'.repeat(20_000)],
    ['long styles', `<p style="${'color:red;'.repeat(100_000)}">a</p>`],
  ])('%s in bounded time', (_name, html) => {
    const before = process.cpuUsage()
    sanitiseHtml(html)
    htmlToText(html)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
  })
})

describe('HTML to text', () => {
  test.each([
    ['blocks and breaks', '<div>a</div><div><br></div><div>b <b>c</b></div>d<br>e', 'a\n\nb c\nd\ne'],
    ['lists', '<ul><li>a<li>b</ul><ol><li>c</ol>', '- a\n- b\n\n1. c'],
    [
      'lists of paragraphs',
      '<p>x</p><ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p><p>d</p></li><li></li></ol><p>y</p>',
      'x\n\n1. a\n  - b\n2. c\nd\n3.\n\ny',
    ],
    ['tables', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    ['quotes', '<p>a</p><blockquote>b<br>c</blockquote>', 'a\n\n> b\n> c'],
    [
      'links',
      '<a href="https://a.example/x">here</a> <a href="https://b.example">https://b.example</a>',
      'here <https://a.example/x> https://b.example',
    ],
    ['what nobody sees', '<title>t</title><style>x</style><div style="display:none">p</div>a', 'a'],
    ['entities', 'a&nbsp;&amp;&nbsp;b &#8364; &uuml;', 'a & b € ü'],
    ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ])('%s', (_name, html, text) => expect(htmlToText(html)).toBe(text))
})

test('text to HTML escapes, links and keeps lines', () => {
  expect(textToHtml('a <b>\nsee https://x.example/y.\n\nc')).toBe(
    '<p>a &lt;b&gt;<br>see <a href="https://x.example/y" rel="noopener noreferrer nofollow" target="_blank">https://x.example/y</a>.</p>\n<p>c</p>',
  )
})
