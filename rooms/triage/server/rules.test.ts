import { describe, expect, it } from 'vitest'
import type { MatrixChange } from '../../catalog/contract/http.ts'
import { leastLikeness, likenessOf, movesUnder, rarityOf, type Traits, wordOf, wordsToLookFor } from './rules.ts'

const traits = (words: string, more: Partial<Traits> = {}): Traits => ({
  words: words.split(' ').filter(Boolean),
  requesterId: 1,
  serviceId: null,
  thing: null,
  ...more,
})
const allRare = () => 1

describe('likeness', () => {
  it('is highest for the same words', () => {
    const a = traits('printer paper jam ward')
    const { likeness, shared } = likenessOf(a, traits('jam ward printer paper', { requesterId: 2 }), allRare)
    expect(likeness).toBeCloseTo(0.65)
    expect(shared).toHaveLength(4)
  })
  it('lets a short message match a long one that contains it', () => {
    const long = traits('vpn certificate expired laptop home office cannot connect error 809 since morning', {
      requesterId: 2,
    })
    expect(likenessOf(traits('vpn error 809'), long, allRare).likeness).toBeGreaterThan(leastLikeness)
  })
  it('finds nothing alike in two long messages with two words in common', () => {
    const a = traits('printer on ward seven prints only blank pages since the toner was changed')
    const b = traits('the new colleague needs access to ward folder and mailbox before monday', { requesterId: 2 })
    expect(likenessOf(a, b, allRare).likeness).toBeLessThan(leastLikeness)
  })
  it('grows with the same requester, thing and service', () => {
    const a = traits('printer jam again', { serviceId: 5, thing: 'PRN-12' })
    const plain = likenessOf(a, traits('printer jam', { requesterId: 2 }), allRare)
    const same = likenessOf(a, traits('printer jam', { serviceId: 5, thing: ' prn-12 ' }), allRare)
    expect(same.likeness - plain.likeness).toBeCloseTo(0.35)
    expect(same).toMatchObject({ sameRequester: true, sameService: true, sameThing: true })
  })
  it('never comes from being alike without a word in common', () => {
    const a = traits('printer', { serviceId: 5 })
    expect(likenessOf(a, traits('vpn', { serviceId: 5 }), allRare).likeness).toBeLessThan(leastLikeness)
  })
  it('does not take two tickets without a thing to be about the same thing', () => {
    expect(likenessOf(traits('a'), traits('a'), allRare).sameThing).toBe(false)
  })
  it('counts rare words more than common ones', () => {
    const rarity = rarityOf(new Map([['help', 0.19]]))
    const a = traits('help excel')
    const byRare = likenessOf(a, traits('excel crash'), rarity)
    const byCommon = likenessOf(a, traits('help crash'), rarity)
    expect(byRare.likeness).toBeGreaterThan(byCommon.likeness)
    expect(likenessOf(a, traits('help excel'), rarity).shared).toEqual(['excel', 'help'])
  })
})

describe('the words to look for', () => {
  const shares = new Map([
    ['pleas', 0.6],
    ['printer', 0.04],
    ['ward', 0.03],
    ['jam', 0.002],
  ])
  it('leaves out what stands everywhere', () => {
    expect(wordsToLookFor(['pleas', 'jam', 'printer'], shares, 1)).toEqual(['jam', 'printer'])
  })
  it('takes the rarest first and stops when together they would bring up too many', () => {
    expect(wordsToLookFor(['ward', 'zebra', 'printer', 'jam'], shares, 0.04)).toEqual(['zebra', 'jam', 'ward'])
  })
  it('takes one word even when it alone is over the budget', () => {
    expect(wordsToLookFor(['ward'], shares, 0.001)).toEqual(['ward'])
  })
  it('finds nothing to look for in a message of common words', () => {
    expect(wordsToLookFor(['pleas'], shares, 1)).toEqual([])
  })
  it('takes no more than twelve', () => {
    expect(
      wordsToLookFor(
        Array.from({ length: 40 }, (_, n) => `word${n}`),
        shares,
        1,
      ),
    ).toHaveLength(12)
  })
})

it('a rarity is 1 for unknown words and never below 0', () => {
  const rarity = rarityOf(new Map([['the', 0.9]]))
  expect([rarity('zebra'), rarity('the')]).toEqual([1, 0])
})

it('a matrix moves the groups whose priority it changes, and adds them up', () => {
  const step = { label: { en: 'x' } }
  const matrix: MatrixChange = {
    impacts: [step, step],
    urgencies: [step, step],
    cells: [
      ['critical', 'critical'],
      ['high', 'low'],
    ],
  }
  const { moves, changing } = movesUnder(matrix, [
    { impact: 1, urgency: 1, priority: 'critical', tickets: 3 },
    { impact: 1, urgency: 2, priority: 'high', tickets: 5 },
    { impact: 1, urgency: 3, priority: 'high', tickets: 1 },
    { impact: 3, urgency: 2, priority: 'moderate', tickets: 2 },
  ])
  expect(moves).toEqual([
    { from: 'high', to: 'critical', tickets: 6 },
    { from: 'moderate', to: 'low', tickets: 2 },
  ])
  expect(changing).toHaveLength(3)
})

it.each([
  ['suspici', 'A Suspicious login', 'suspicious'],
  ['batteri', 'New battery, please', 'battery'],
  ['drucker', 'Der Drücker und der Drucker', 'drücker'],
  ['printer', 'nothing of the kind', 'printer'],
])('the stem %s in "%s" is shown as %s', (stem, text, word) => {
  expect(wordOf(stem, text)).toBe(word)
})
