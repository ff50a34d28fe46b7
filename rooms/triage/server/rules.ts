import { type MatrixChange, type Priority, priorityOf } from '../../catalog/contract/http.ts'

/** Words common to this share of recent tickets say nothing about likeness. */
export const commonShare = 0.05

export interface Traits {
  words: readonly string[]
  requesterId: number
  serviceId: number | null
  thing: string | null
}

export interface Likeness {
  /** 0 to 1. */
  likeness: number
  shared: string[]
  sameRequester: boolean
  sameThing: boolean
  sameService: boolean
}

/** What each kind of sameness adds; words alone can reach `words`, nothing else alone reaches `leastLikeness`. */
const weights = { words: 0.65, thing: 0.15, requester: 0.12, service: 0.08 }
export const leastLikeness = 0.3

/**
 * How much two tickets look like the same trouble. A shared word counts the more the rarer it is (`rarity`, by word, 0 to 1;
 * unknown words are rare), measured against the one that says less, so that a short mail can match a long one.
 */
export function likenessOf(asked: Traits, other: Traits, rarity: (word: string) => number): Likeness {
  const theirs = new Set(other.words)
  const shared = asked.words.filter((word) => theirs.has(word)).sort((a, b) => rarity(b) - rarity(a))
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + rarity(word), 0)
  const least = Math.min(sum(asked.words), sum(other.words))
  const both = sum(asked.words) + sum(other.words)
  // Half by the shorter one (containment), half by both (Dice), so that two words in common do not make two long mails alike.
  const overlap = least === 0 ? 0 : (sum(shared) / least + (2 * sum(shared)) / both) / 2
  const sameRequester = asked.requesterId === other.requesterId
  const sameService = asked.serviceId !== null && asked.serviceId === other.serviceId
  const sameThing = thingOf(asked) !== '' && thingOf(asked) === thingOf(other)
  const likeness =
    weights.words * overlap +
    (sameThing ? weights.thing : 0) +
    (sameRequester ? weights.requester : 0) +
    (sameService ? weights.service : 0)
  return { likeness, shared, sameRequester, sameThing, sameService }
}

function thingOf(traits: Traits): string {
  return traits.thing?.trim().toLowerCase() ?? ''
}

/** 1 for a word that no statistics know, falling to 0 for one that stands in a fifth of all tickets. */
export function rarityOf(shares: ReadonlyMap<string, number>): (word: string) => number {
  return (word) => {
    const share = shares.get(word) ?? 0
    return share <= 0.0005 ? 1 : Math.max(0, Math.log(0.2 / share) / Math.log(0.2 / 0.0005))
  }
}

/**
 * The words to look for, rarest first, so few and so rare that the tickets which contain any of them are not many:
 * their shares together stay under `budget` (of all fingerprints).
 */
export function wordsToLookFor(
  words: readonly string[],
  shares: ReadonlyMap<string, number>,
  budget: number,
  most = 12,
): string[] {
  const chosen: string[] = []
  let spent = 0
  const byShare = [...words].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0) || b.length - a.length)
  for (const word of byShare.slice(0, most)) {
    const share = shares.get(word) ?? 0
    if (share > commonShare || (chosen.length > 0 && spent + share > budget)) break
    chosen.push(word)
    spent += share
  }
  return chosen
}

/** A word stem as people would write it: the word of the text that begins with it, or the stem when there is none. */
export function wordOf(stem: string, text: string): string {
  // The English stemmer writes a last y as i: "suspici" stands for "suspicious", "batteri" for "battery".
  const beginning = stem.replace(/i$/, '')
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []
  return words.find((word) => unaccented(word).startsWith(beginning)) ?? stem
}

function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

export interface Group {
  impact: number
  urgency: number
  priority: Priority
  tickets: number
}

export interface Move {
  from: Priority
  to: Priority
  tickets: number
}

/** Which groups of tickets would change their priority under a matrix. */
export function movesUnder(matrix: MatrixChange, groups: readonly Group[]): { moves: Move[]; changing: Group[] } {
  const changing = groups.filter((group) => priorityOf(matrix, group.impact, group.urgency) !== group.priority)
  const moves = new Map<string, Move>()
  for (const group of changing) {
    const to = priorityOf(matrix, group.impact, group.urgency)
    const key = `${group.priority} ${to}`
    const before = moves.get(key)?.tickets ?? 0
    moves.set(key, { from: group.priority, to, tickets: before + group.tickets })
  }
  return { moves: [...moves.values()].sort((a, b) => b.tickets - a.tickets), changing }
}
