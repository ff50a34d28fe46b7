import { expect, test } from 'vitest'
import { SHAPES } from '../../conformance/hostile-shapes.ts'
import { splitMail } from '../quote/split-mail.ts'
import { parseMail } from './parse-mail.ts'

test.each(Object.entries(SHAPES))('a megabyte of %s takes less than a second', (_name, raw) => {
  const bytes = Buffer.from(raw, 'latin1')
  const once = () => {
    const before = process.cpuUsage()
    splitMail(parseMail(bytes))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  // Twice where other tests share the caches and memory of the machine; what is not linear takes a minute.
  const ms = once()
  expect(ms < 1000 ? ms : Math.min(ms, once())).toBeLessThan(1000)
})
