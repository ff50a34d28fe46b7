import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatQuery, parseQuery, searchFields, type Term } from './query.ts'

const word = (text: string, not = false): Term => ({ kind: 'word', text, not })
const phrase = (text: string, not = false): Term => ({ kind: 'phrase', text, not })
const field = (field: (typeof searchFields)[number], value: string, not = false): Term => ({
  kind: 'field',
  field,
  value,
  not,
})

test.each<[string, Term[]]>([
  ['', []],
  ['   ', []],
  ['printer jam', [word('printer'), word('jam')]],
  ['"paper jam" printer', [phrase('paper jam'), word('printer')]],
  ['“paper  jam”', [phrase('paper jam')]],
  ['"paper jam', [phrase('paper jam')]],
  ['""', []],
  ['printer -toner', [word('printer'), word('toner', true)]],
  ['-"paper jam"', [phrase('paper jam', true)]],
  ['printer - toner', [word('printer'), word('-'), word('toner')]],
  ['requester:ana', [field('requester', 'ana')]],
  ['Requester:"Ana Ruiz" vpn', [field('requester', 'Ana Ruiz'), word('vpn')]],
  ['is:open tag:vpn -tag:wifi', [field('is', 'open'), field('tag', 'vpn'), field('tag', 'wifi', true)]],
  ['tag:', []],
  ['tag:"', []],
  ['team:"Service Desk"', [field('team', 'Service Desk')]],
  ['http://intranet error:5', [word('http://intranet'), word('error:5')]],
  ['#1042', [word('#1042')]],
  ['foo"bar baz"', [word('foo'), phrase('bar baz')]],
  ['number:1042 before:2026-03-01', [field('number', '1042'), field('before', '2026-03-01')]],
])('%s', (text, terms) => {
  expect(parseQuery(text).terms).toEqual(terms)
})

test.each<[string, string[]]>([
  ['tag:', ['tag']],
  ['printer -Tag: is:open before:"" tag:', ['tag', 'before']],
  ['foo: tag:vpn http://', []],
])('%s leaves unfinished', (text, unfinished) => {
  expect(parseQuery(text).unfinished).toEqual(unfinished)
})

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...searchFields,
    ':',
    '"',
    '-',
    ' ',
    '\t',
    'a',
    'ß',
    '“',
    '😀',
    'word',
    '#1',
    '\\',
    "'",
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  )

  it('never throws, and means the same when it is written out and read again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const query = parseQuery(text)
        const written = formatQuery(query)
        // What is written out may be longer than what was typed, by the quotes it closes.
        if (written.length <= 500) expect(parseQuery(written).terms).toEqual(query.terms)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps no empty term', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const term of parseQuery(text).terms) expect(term.kind === 'field' ? term.value : term.text).not.toBe('')
      }),
    )
  })
})
