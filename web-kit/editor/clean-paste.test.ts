import { expect, test } from 'vitest'
import { tightened, withoutStyles } from './clean-paste.ts'

test.each([
  ['items', '<ul><li><p>a</p></li><li><p>b <b>c</b></p></li></ul>', '<ul><li>a</li><li>b <b>c</b></li></ul>'],
  [
    'items with a list below',
    '<ol start="3"><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>',
    '<ol start="3"><li>a<ul><li>b</li></ul></li></ol>',
  ],
  ['cells', '<tr><td style="x"><p>1</p></td><th><p></p></th></tr>', '<tr><td style="x">1</td><th></th></tr>'],
  ['an item of two paragraphs', '<li><p>a</p><p>b</p></li>', '<li><p>a</p><p>b</p></li>'],
  ['paragraphs', '<p>a</p><p>b</p>', '<p>a</p><p>b</p>'],
])('%s are said without a paragraph within where one is enough', (_what, html, tight) => {
  expect(tightened(html)).toBe(tight)
})

test('styles are set aside before a browser reads them', () => {
  const pasted = '<STYLE>td{color:red}</style ><td class=a style=\'color:red\' title="style=">style=x</td><style>p{'
  expect(withoutStyles(pasted)).toBe('<td class=a data-style=\'color:red\' title="style=">style=x</td>')
})

test('what is pasted in megabytes takes no time', () => {
  const began = performance.now()
  withoutStyles('<style><p style=x'.repeat(200_000))
  tightened('<li><p>a'.repeat(200_000))
  expect(performance.now() - began).toBeLessThan(20_000)
})
