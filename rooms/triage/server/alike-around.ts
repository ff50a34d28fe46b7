import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import { statistics } from './find-similar.ts'
import { likenessOf, rarityOf, wordsToLookFor } from './rules.ts'

/** So many of the newest tickets are compared with; a desk that gets more within an hour has other means to see it. */
const mostKept = 20_000
/** Of a word the newest tickets that have it; of those the likest are compared in full. */
const perWord = 300
const compared = 60
/** As if there were so many more without a word: what a whole crowd says in a young desk is no common word yet. */
const imagined = 1000
/** Candidates that the rare words of a ticket may bring up, as a share of all. */
const budget = 0.1

interface Recent {
  number: number
  at: number
  words: readonly string[]
  requesterId: number
  serviceId: number | null
  thing: string | null
}

/** The tickets that have a word, and the one copy of it that they all share. */
interface Holding {
  word: string
  numbers: number[]
}

interface Window {
  /** Everything since is here, up to the ticket of this number. */
  since: number
  to: number
  tickets: Map<number, Recent>
  byWord: Map<string, Holding>
}

/** The tickets of the last time by their words, read on from where it ends: a ticket is fetched once by each process. */
export const recentTickets = keepInMemory('triage.recent', async (): Promise<Window> => empty(Number.POSITIVE_INFINITY))

const empty = (since: number): Window => ({ since, to: 0, tickets: new Map(), byWord: new Map() })

export interface Around {
  since: Date
  /** All tickets up to this number are written. */
  lookedTo: number
  least: number
  /** A ticket with fewer that are like it is of no interest. */
  fewest: number
  now: Date
}

/** Of each of these new tickets the others since a moment that say the same; made for many at a time. */
export async function alikeAround(
  reader: Reader,
  numbers: readonly number[],
  { since, lookedTo, least, fewest, now }: Around,
): Promise<Map<number, { number: number; at: number }[]>> {
  const window = await recentTickets.get(reader)
  await readOn(reader, window, since.getTime(), lookedTo)
  const { shares } = await statistics(reader, now, imagined)
  const rarity = rarityOf(shares)
  const found = new Map<number, { number: number; at: number }[]>()
  for (const number of numbers) {
    const ticket = window.tickets.get(number)
    if (!ticket) continue
    const candidates = candidatesFor(window, ticket, wordsToLookFor(ticket.words, shares, budget))
    if (candidates.length < fewest) continue
    const alike = candidates.filter((other) => likenessOf(ticket, other, rarity).likeness >= least)
    if (alike.length >= fewest) found.set(number, alike)
  }
  return found
}

/** Those that share most of the wanted words; what shares one of many is hardly the same. */
function candidatesFor(window: Window, { number }: Recent, wanted: readonly string[]): Recent[] {
  const shared = new Map<number, number>()
  for (const word of wanted)
    for (const other of window.byWord.get(word)?.numbers.slice(-perWord) ?? [])
      if (other !== number) shared.set(other, (shared.get(other) ?? 0) + 1)
  const enough = wanted.length < 4 ? 1 : 2
  return [...shared]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, compared)
    .flatMap(([other]) => window.tickets.get(other) ?? [])
}

async function readOn(reader: Reader, window: Window, since: number, lookedTo: number): Promise<void> {
  if (since < window.since || window.tickets.size > mostKept * 2) Object.assign(window, empty(since))
  const { rows } = await sql<Omit<Recent, 'at'> & { openedAt: Date }>`
    select f.ticket_number as number, f.opened_at, tsvector_to_array(f.words) as words, t.requester_id, t.service_id,
      t.affected_thing as thing
    from triage.fingerprint f join ticket.ticket t on t.number = f.ticket_number
    where f.ticket_number > ${window.to} and f.opened_at >= ${new Date(since)}
    order by f.ticket_number desc limit ${mostKept}`.execute(reader)
  for (const { openedAt, ...row } of rows.reverse()) {
    if (window.tickets.has(row.number)) continue
    const words = row.words.map((word) => hold(window, word, row.number))
    window.tickets.set(row.number, { ...row, words, at: openedAt.getTime() })
  }
  window.to = Math.max(window.to, lookedTo)
  forgetOld(window, since)
}

function hold(window: Window, word: string, number: number): string {
  const holding = window.byWord.get(word)
  if (!holding) {
    window.byWord.set(word, { word, numbers: [number] })
    return word
  }
  holding.numbers.push(number)
  return holding.word
}

/** Now and then, and then many at a time. */
function forgetOld(window: Window, since: number): void {
  const old = new Set<number>()
  for (const { number, at } of window.tickets.values()) {
    if (at >= since && window.tickets.size - old.size <= mostKept) break
    old.add(number)
  }
  if (old.size < Math.max(100, window.tickets.size / 4)) return
  window.since = since
  for (const number of old) window.tickets.delete(number)
  for (const [word, holding] of window.byWord) {
    holding.numbers = holding.numbers.filter((number) => !old.has(number))
    if (holding.numbers.length === 0) window.byWord.delete(word)
  }
}
