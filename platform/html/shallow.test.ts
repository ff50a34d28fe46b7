import { expect, test } from 'vitest'
import { sanitiseHtml } from './sanitise.ts'
import { shallow } from './shallow.ts'
import { htmlToText } from './to-text.ts'

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)

test('what people write is left alone, however long', () => {
  for (const html of [
    '<p>a'.repeat(2000),
    `<ul>${'<li>a'.repeat(2000)}`,
    `<table>${'<tr><td>a<td>b'.repeat(2000)}`,
    '<p>one<div>two</div>'.repeat(1000),
    '<a href="https://x.example/?a=<b>">x</a><br><img src="cid:1">'.repeat(1000),
    deep('<div>', '</div>', 200).repeat(5),
    '<!-- <div> -->'.repeat(1000),
    '<script>if (a <b) {}</script>'.repeat(500),
  ])
    expect(shallow(html)).toBe(html)
})

test('what is deeper keeps its words, in order, and loses its tags', () => {
  const html = `<p>before</p>${deep('<div>', '</div>', 1000).replace('</div>', '<b>in</b></div>')}<p>after</p>`
  const flat = shallow(html)
  expect(flat.match(/<div>/g)?.length).toBeLessThan(260)
  expect(htmlToText(flat).split(/\s+/)).toEqual(['before', 'in', 'after'])
  expect(shallow(flat)).toBe(flat)
  // What follows the depth has its own place again.
  expect(flat.endsWith('<p>after</p>')).toBe(true)
})

test('what comes after more elements than anybody reads is plain lines', () => {
  const html = `<p>first</p>${'<i>a</i>'.repeat(30_000)}<p>la<b>s</b>t</p><table><tr><td>x<td>y</table><style>p{}</style><script>z()</script>end`
  const flat = shallow(html)
  expect(flat.slice(0, 20)).toBe('<p>first</p><i>a</i>')
  expect(flat.slice(-80)).toMatch(/<pre>a\nlast\n\n\tx\ty<style>p\{\}<\/style><script>z\(\)<\/script>end$/)
  expect(htmlToText(html).slice(-13)).toBe('last\n\n\tx\tyend')
  expect(shallow(flat) === flat).toBe(true)
})

test.each([
  '<div>',
  '<div>a',
  '<b>',
  '<table><tr><td>',
  '<blockquote>a',
  '<div a="<div>">',
  '<span><p>',
  '<svg><g>',
  '<a href=x>',
])('a megabyte of %s takes no longer than a megabyte of text', (piece) => {
  const html = piece.repeat(Math.ceil(1_000_000 / piece.length))
  const before = process.cpuUsage()
  sanitiseHtml(html)
  htmlToText(html)
  const { user, system } = process.cpuUsage(before)
  // Without it: up to a minute.
  expect((user + system) / 1000).toBeLessThan(4000)
})
