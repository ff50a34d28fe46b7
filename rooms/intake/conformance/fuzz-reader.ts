import { parseMail } from '../server/parse/parse-mail.ts'
import { splitMail } from '../server/quote/split-mail.ts'
import { loadCases, loadMessage } from './case.ts'
import { mutate } from './mutate.ts'

export const SLOW_MS = 1000

export interface FuzzReport {
  messages: number
  wrong: { nth: number; words: string }[]
  slowest: { nth: number; ms: number; bytes: number }[]
}

export function loadCorpus(): string[] {
  return loadCases().map((one) => loadMessage(one.name).toString('latin1'))
}

/** Reads `count` broken messages and notes what throws, thinks long, or lets through what must not pass. */
export function fuzzReader(count: number, seed: number, progress: (done: number) => void = () => {}): FuzzReport {
  const corpus = loadCorpus()
  const report: FuzzReport = { messages: count, wrong: [], slowest: [] }
  for (let nth = 0; nth < count; nth++) {
    const raw = mutate(corpus, seed, nth)
    const before = process.cpuUsage()
    const words = readOne(raw)
    const { user, system } = process.cpuUsage(before)
    const ms = (user + system) / 1000
    if (words) report.wrong.push({ nth, words })
    if (ms > SLOW_MS) report.wrong.push({ nth, words: `took ${ms.toFixed(0)} ms` })
    if (report.slowest.length < 10 || ms > (report.slowest.at(-1)?.ms ?? 0)) {
      report.slowest = [...report.slowest, { nth, ms, bytes: raw.length }].sort((a, b) => b.ms - a.ms).slice(0, 10)
    }
    if (nth % 1000 === 999) progress(nth + 1)
  }
  return report
}

function readOne(raw: Buffer): string | null {
  try {
    const mail = parseMail(raw)
    const words = splitMail(mail)
    const shown = JSON.stringify([
      mail.reports,
      mail.references,
      mail.subject,
      mail.from,
      mail.events,
      mail.attachments.map((file) => [file.name, file.type]),
      words,
    ])
    if (shown.includes('\\u0000') || /\\ud[89a-f]/.test(shown)) return 'a NUL or half a character got through'
    const html = `${words.html ?? ''}${words.quotedHtml ?? ''}`
    // What stands in an attribute is text, unless it is an address.
    const bare = html.replace(/="[^"]*"/g, '=""')
    if (/<script|<iframe|<[^>]*\son\w+=/i.test(bare) || /(?:href|src)="\s*(?:javascript|data:text)/i.test(html))
      return 'something active got through'
    for (const file of mail.attachments)
      if (/[/\\\0]/.test(file.name) || file.name === '') return `a file is named ${file.name}`
    return null
  } catch (error) {
    return String((error as Error).stack).slice(0, 600)
  }
}
