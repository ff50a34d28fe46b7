import { expect, test } from 'vitest'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { splitMail } from './split-mail.ts'

/** A message and what a reader should see of it; for tests. */
export interface Sample {
  name: string
  subject: string
  text?: string
  html?: string
  /** What is new in it; ALL: nothing may be cut. */
  fresh: string
  author?: Who
}

export type Who = [name: string, address: string]

const squeeze = (words: string) => words.replace(/[\s\u00a0\ufeff]+/g, ' ').trim()

/** A test for each sample. White space counts as one space. */
export function testSamples(samples: readonly Sample[]): void {
  test.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s',
    (_name, { text, html, subject, fresh, author }) => {
      const words = text ?? htmlToText(html ?? '')
      const from = author ? { name: author[0], address: author[1] } : null
      const split = splitMail({ text: words, html: html ?? null, subject, from })
      expect(squeeze(split.text)).toBe(squeeze(fresh === 'ALL' ? words : fresh))
    },
  )
}
