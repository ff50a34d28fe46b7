import { expect, test } from 'vitest'
import { SHAPES } from '../../conformance/hostile-shapes.ts'
import { splitMail } from '../quote/split-mail.ts'
import { parseMail } from './parse-mail.ts'

test.each(Object.entries(SHAPES))('a megabyte of %s takes a second, not minutes', (_name, raw) => {
  const bytes = Buffer.from(raw, 'latin1')
  const once = () => {
    const before = process.cpuUsage()
    splitMail(parseMail(bytes))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  // Half a second on a machine of its own; more where others share it. What is not linear takes a minute.
  const ms = once()
  expect(ms < 2000 ? ms : Math.min(ms, once(), once())).toBeLessThan(2000)
})
