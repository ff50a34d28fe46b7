import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text that must be equal, or a rule about it. */
export type Words = string | { starts?: string; ends?: string; any?: true }

export interface ExpectedFile {
  name?: Words
  type?: string
  size?: number
  sha256?: string
  inline?: boolean
}

/** What a desk should make of a message. What is not said is not compared. */
export interface Expectation {
  /** `new`: a ticket of its own; `joins`: part of `ticket`; `follow-up`: a new one linked to `ticket`; `none`: no message anywhere. */
  outcome: 'new' | 'joins' | 'follow-up' | 'none'
  ticket?: string
  /** The desk's own word for what became of it; compared only by desks that have the word. */
  state?: string
  author?: string
  authorName?: string
  subject?: Words
  /** What is new in it, without quoted history and signature. White space is compared as one space. */
  text?: Words
  /** Whether something was cut off (and kept elsewhere). */
  quoted?: boolean
  html?: { has?: string[]; hasNot?: string[] }
  automatic?: boolean
  attachments?: ExpectedFile[] | { any: true }
  events?: Record<string, unknown>[]
}

/** What happens before the message arrives, in order. Tickets get names (`A`) that later steps and the message use. */
export type Step =
  | { message: string; ticket: string }
  | { reply: string; text: string }
  | { resolve: string }
  | { close: string }
  /** What is said of the first goes on in the second. */
  | { merge: string; into: string }
  /** What was merged is taken out again. */
  | { unmerge: string }

export interface Case {
  /** `group/name`. */
  name: string
  about: string
  envelope?: { from?: string; to?: string[] }
  before?: Step[]
  expect: Expectation
}

const MESSAGES = join(import.meta.dirname, 'messages')

export function loadCases(): Case[] {
  return readdirSync(MESSAGES)
    .sort()
    .flatMap((group) =>
      readdirSync(join(MESSAGES, group))
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => ({
          name: `${group}/${file.slice(0, -5)}`,
          ...(JSON.parse(readFileSync(join(MESSAGES, group, file), 'utf8')) as Omit<Case, 'name'>),
        })),
    )
}

export function loadMessage(name: string): Buffer {
  return readFileSync(join(MESSAGES, `${name}.eml`))
}
