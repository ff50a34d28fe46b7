import { Resolver } from 'node:dns/promises'

export type LookUp = (name: string, type: string) => Promise<string[] | string[][]>

const ANSWER_MS = 3000
const KEEP_MS = 5 * 60_000
const KEEP_FAILURE_MS = 30_000
const MOST_KEPT = 5000

interface Kept {
  until: number
  answer: ReturnType<LookUp>
}

let kept = new Map<string, Kept>()
let downUntil = 0
let ask: LookUp = askServers

/** Tests answer from a table, so that nothing leaves the machine. Without one, the system's name servers are asked. */
export function setLookUp(lookUp?: LookUp): void {
  ask = lookUp ?? askServers
  kept = new Map()
  downUntil = 0
}

/**
 * Asks the name servers, remembers for a few minutes, and gives up early: once they do not answer at all, nobody waits for
 * them again for half a minute. A failure has a `code`, as `node:dns` gives it.
 */
export const lookUp: LookUp = (name, type) => {
  const now = Date.now()
  const key = `${type} ${name.toLowerCase()}`
  const known = kept.get(key)
  if (known && known.until > now) return known.answer
  if (downUntil > now) return Promise.reject(failure('ETIMEOUT', `${name}: the name servers do not answer`))
  const answer = withinTime(ask(name, type), name)
  const entry = { until: now + KEEP_MS, answer }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, entry)
  answer.catch((error: { code?: string }) => {
    if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return
    entry.until = Date.now() + KEEP_FAILURE_MS
    if (['ETIMEOUT', 'ECONNREFUSED', 'EAI_AGAIN'].includes(error.code ?? '')) downUntil = Date.now() + KEEP_FAILURE_MS
  })
  return answer
}

async function withinTime<T>(work: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure('ETIMEOUT', `${name}: no answer in time`)), ANSWER_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const resolver = new Resolver({ timeout: 1000, tries: 2 })

function askServers(name: string, type: string): ReturnType<LookUp> {
  return resolver.resolve(name, type) as ReturnType<LookUp>
}

function failure(code: string, words: string): Error {
  return Object.assign(new Error(words), { code })
}
