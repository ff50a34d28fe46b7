import { expect, test } from 'vitest'
import { openPresence, type Person, type Presence } from './presence.ts'

/** Two processes on one line, and a clock. */
function twoProcesses() {
  let time = 0
  const told: string[] = []
  const line: string[] = []
  const processes: Presence[] = []
  const open = (name: string) => {
    const one = openPresence({
      send: (payload) => {
        line.push(payload)
        for (const process of processes) process.heard(payload)
      },
      changed: (topic) => told.push(`${name} ${topic}`),
      now: () => time,
    })
    processes.push(one)
    return one
  }
  return {
    a: open('a'),
    b: open('b'),
    told,
    line,
    pass: (ms: number) => {
      time += ms
    },
    die: (process: Presence) => processes.splice(processes.indexOf(process), 1),
  }
}

const tom: Person = { id: 1, name: 'Tom', doing: 'looks' }
const ute: Person = { id: 2, name: 'Ute', doing: 'looks' }
const topic = 'ticket:7'

test('who is here through one process is known to all, and told once', () => {
  const { a, b, told } = twoProcesses()
  const tab = {}
  a.say(tab, topic, tom)
  a.say(tab, topic, tom)
  b.say({}, topic, ute)
  expect(a.peopleAt(topic)).toEqual([tom, ute])
  expect(b.peopleAt(topic)).toEqual([tom, ute])
  expect(told).toEqual(['a ticket:7', 'b ticket:7', 'a ticket:7', 'b ticket:7'])
  a.say(tab, topic, { ...tom, doing: 'replies' })
  expect(b.peopleAt(topic)[0]?.doing).toBe('replies')
})

test('who looks elsewhere, or closes the tab, is gone at once', () => {
  const { a, b } = twoProcesses()
  const tab = {}
  a.say(tab, topic, tom)
  a.say(tab, 'ticket:8', tom)
  expect(b.peopleAt(topic)).toEqual([])
  expect(b.peopleAt('ticket:8')).toEqual([tom])
  a.leave(tab)
  expect(b.peopleAt('ticket:8')).toEqual([])
  a.leave(tab)
})

test('somebody with two tabs is one, by what they do most', () => {
  const { a, b } = twoProcesses()
  a.say({}, topic, tom)
  b.say({}, topic, { ...tom, doing: 'replies' })
  expect(a.peopleAt(topic)).toEqual([{ ...tom, doing: 'replies' }])
})

test('a tab that sleeps is gone within seconds, one that is looked at stays', () => {
  const { a, b, pass } = twoProcesses()
  const awake = {}
  a.say({}, topic, tom)
  a.say(awake, topic, ute)
  for (let second = 0; second < 15; second += 5) {
    pass(5000)
    a.say(awake, topic, ute)
    a.tick()
    b.tick()
  }
  expect(b.peopleAt(topic)).toEqual([ute])
})

test('a process that dies takes its people with it', () => {
  const { a, b, pass, die } = twoProcesses()
  a.say({}, topic, tom)
  die(a)
  pass(5000)
  b.tick()
  expect(b.peopleAt(topic)).toEqual([tom])
  pass(8000)
  b.tick()
  expect(b.peopleAt(topic)).toEqual([])
})

test('nothing is said while nobody is there, and what is said fits a notification', () => {
  const { a, line } = twoProcesses()
  a.tick()
  expect(line).toEqual([])
  for (let id = 1; id <= 300; id += 1) a.say({}, `ticket:${id % 30}`, { id, name: 'Ä'.repeat(200), doing: 'looks' })
  a.tick()
  expect(Math.max(...line.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8000)
})

test('what is no report is passed over', () => {
  const { a } = twoProcesses()
  for (const payload of ['', 'x', '{}', '{"process":"p","topics":[{"topic":"t","people":[{"id":"1"}]}]}'])
    a.heard(payload)
  expect(a.peopleAt('t')).toEqual([])
})
