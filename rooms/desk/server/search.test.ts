import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { SearchAnswer, TicketHit } from '../contract/http.ts'
import { rebuildDocuments } from './rebuild-documents.ts'

let desk: TestDesk
let ana: Speaker & { id: number }
let rita: Speaker & { id: number }
let rob: Speaker
let guard: Speaker
let key: Speaker
const made: Record<string, number> = {}

interface Some {
  subject: string
  description?: string
  requester?: string
  [field: string]: unknown
}

async function open({ requester = 'rita@example.org', ...some }: Some): Promise<number> {
  const answer = await ana.post('/api/v1/tickets', {
    description: 'Please help.',
    requester: { email: requester },
    ...some,
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.number
}

async function write(number: number, text: string, kind = 'reply'): Promise<void> {
  const answer = await ana.post(`/api/v1/tickets/${number}/messages`, { kind, text })
  expect(answer.status, answer.text).toBe(201)
}

async function find(q: string, who: Speaker = ana, more = ''): Promise<SearchAnswer> {
  const answer = await who.get(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const numbers = (answer: SearchAnswer) => answer.items.map((item) => item.number)
const found = async (q: string, who?: Speaker) => numbers(await find(q, who))
const marked = (segments: TicketHit['subjectSegments']) =>
  segments.filter((segment) => segment.match).map((segment) => segment.text)

beforeAll(async () => {
  desk = await startDesk()
  rita = await desk.as('requester', { email: 'rita@example.org', name: 'Rita Quist' })
  rob = await desk.as('requester', { email: 'rob@example.org', name: 'Rob Tessel' })
  ana = await desk.as('technician', { name: 'Ana Ruiz', teams: ['Service desk'] })
  guard = await desk.as('technician', { name: 'Gus Ward', teams: ['Security'] })
  key = await desk.asKey('technician')
  await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('name', '=', 'Security').execute()
  made.printer = await open({
    subject: 'Printers on the third floor jam',
    description: 'Every morning the tray is stuck, error 0x80070057 on \\\\print01.corp.example.net.',
    tags: ['printing'],
    team: 'Service desk',
  })
  made.vpn = await open({
    subject: 'No connection from home',
    description: 'The VPN client says timeout.',
    requester: 'rob@example.org',
  })
  made.german = await open({
    subject: 'Drucker streikt',
    description: 'Hallo, ich kann mit dem Drucker nicht mehr drucken, die Geräte im zweiten Stock sind alle kaputt.',
  })
  made.note = await open({ subject: 'Slow laptop' })
  await write(made.note, 'Customer is rude, escalate to Zebulon.', 'note')
  made.secret = (
    await guard.post('/api/v1/tickets', {
      subject: 'Investigation of the printer theft',
      description: 'Confidential.',
      requester: { email: 'rita@example.org' },
      team: 'Security',
    })
  ).body.number
  await guard.post(`/api/v1/tickets/${made.secret}/messages`, { kind: 'note', text: 'Suspect is Moriarty.' })
})
afterAll(() => desk.stop())

describe('words', () => {
  it('are found by their stem, in subject and messages, whatever the case', async () => {
    expect(await found('PRINTER')).toContain(made.printer)
    expect(await found('jammed printers')).toEqual([made.printer])
    expect(await found('morning')).toEqual([made.printer])
  })
  it('are found in German, with and without accents', async () => {
    expect(await found('Druckern')).toContain(made.german)
    expect(await found('gerät')).toEqual([made.german])
    expect(await found('gerate')).toEqual([made.german])
  })
  it('must all be there', async () => {
    expect(await found('printer timeout')).toEqual([])
    expect(await found('connection timeout')).toEqual([made.vpn])
  })
  it('may be the beginning of a word when they come last', async () => {
    expect(await found('conn')).toContain(made.vpn)
    expect(await found('timeout conn')).toEqual([made.vpn])
    expect(await found('conn timeout')).toEqual([])
  })
  it('may be left out', async () => {
    expect(await found('printer -floor')).not.toContain(made.printer)
    expect(await found('-printer')).toEqual(expect.arrayContaining([made.vpn, made.note]))
    expect(await found('-printer')).not.toContain(made.printer)
  })
  it('stand together in quotes', async () => {
    expect(await found('"third floor"')).toEqual([made.printer])
    expect(await found('"floor third"')).toEqual([])
  })
  it('have punctuation: addresses, codes and parts of host names', async () => {
    expect(await found('0x80070057')).toEqual([made.printer])
    expect(await found('print01')).toEqual([made.printer])
    expect(await found('print01.corp.example.net')).toEqual([made.printer])
    expect(await found('corp.print01')).toEqual([])
  })
  it('name the requester', async () => {
    expect(await found('rob@example.org')).toEqual([made.vpn])
    expect(await found('tessel timeout')).toEqual([made.vpn])
  })
  it('that say nothing find nothing', async () => {
    expect(await found('of')).toEqual([])
    expect(await found('!!!')).toEqual([])
  })
})

it('finds a reply as soon as it is written, and forgets one that is undone or renamed away', async () => {
  const number = await open({ subject: 'Something else' })
  await write(number, 'The flux capacitor was replaced.')
  expect(await found('capacitor')).toEqual([number])
  await ana.patch(`/api/v1/tickets/${number}`, { subject: 'About the hovercraft' })
  expect(await found('hovercraft')).toEqual([number])
  expect(await found('hovercraft capacitor')).toEqual([number])
  await desk.drain()
})

it('corrects what is mistyped when nothing is found, and says so', async () => {
  const answer = await find('pritner jam')
  expect(numbers(answer)).toEqual([made.printer])
  expect(answer.corrected).toBe('printer jam')
  expect((await find('printer jam')).corrected).toBeNull()
  expect((await find('xyzzyplugh')).corrected).toBeNull()
})

describe('numbers', () => {
  it.each(['%', '#%'])('%s brings the ticket first', async (form) => {
    expect((await found(form.replace('%', String(made.vpn))))[0]).toBe(made.vpn)
  })
  it('do not bring what is not to be seen', async () => {
    expect(await found(String(made.secret))).toEqual([])
    expect(await found(`#${made.vpn}`, rita)).toEqual([])
    expect(await found(`number:${made.vpn} timeout`)).toEqual([made.vpn])
  })
})

describe('fields', () => {
  it.each<[string, () => number[]]>([
    ['requester:rob', () => [made.vpn as number]],
    ['requester:"rob tessel" timeout', () => [made.vpn as number]],
    ['tag:printing', () => [made.printer as number]],
    ['team:"service desk" jam', () => [made.printer as number]],
    ['is:closed', () => []],
    ['is:open jam', () => [made.printer as number]],
    ['status:new,open tag:printing', () => [made.printer as number]],
    ['-tag:printing floor', () => []],
    ['-team:service timeout', () => [made.vpn as number]],
    ['after:2099-01-01 jam', () => []],
    ['before:2099-01-01 jam', () => [made.printer as number]],
    ['requester:nobodyatall', () => []],
  ])('%s', async (q, expected) => {
    expect(await found(q)).toEqual(expected())
  })
  it('that are not understood are left out and named', async () => {
    const answer = await find('is:purple jam')
    expect(numbers(answer)).toEqual([made.printer])
    const values = expect.stringContaining('open, ')
    expect(answer.problems).toEqual([
      { term: 'is:purple', code: 'desk.search_one_of', params: { field: 'is', values }, detail: values },
    ])
  })
  it('that have no value yet are left out and named, too', async () => {
    const answer = await find('jam tag: requester:')
    expect(numbers(answer)).toEqual([made.printer])
    const code = 'desk.search_no_value'
    expect(answer.problems).toMatchObject([
      { term: 'tag:', code },
      { term: 'requester:', code },
    ])
    expect(await find('before:')).toMatchObject({ items: [], problems: [{ term: 'before:', code }] })
  })
  it.each(['is:constructor', 'before:constructor', 'on:constructor'])('%s is not understood', async (q) => {
    expect((await find(q)).problems).toHaveLength(1)
  })
})

describe('what may be seen', () => {
  it('is one’s own for requesters, without what notes say', async () => {
    expect(await found('printer', rita)).toEqual(expect.arrayContaining([made.printer, made.secret]))
    expect(await found('timeout', rita)).toEqual([])
    expect(await found('timeout', rob)).toEqual([made.vpn])
    expect(await found('Zebulon', rita)).toEqual([])
    expect(await found('laptop', rita)).toEqual([made.note])
    expect((await find('tag:printing', rita)).problems).toHaveLength(1)
  })
  it('leaves out private teams, for their tickets’ words, notes and numbers', async () => {
    expect(await found('investigation')).toEqual([])
    expect(await found('investigation', key)).toEqual([])
    expect(await found('investigation', guard)).toEqual([made.secret])
    expect(await found('Moriarty', guard)).toEqual([made.secret])
    expect(await found('Zebulon')).toEqual([made.note])
  })
  it('does not open the notes of a private team to the technician who asked there', async () => {
    const asker = await desk.as('technician', { email: 'asker@example.org', name: 'Tim Asker' })
    const number = (
      await guard.post('/api/v1/tickets', {
        subject: 'My stolen badge',
        requester: { email: 'asker@example.org' },
        team: 'Security',
      })
    ).body.number
    await guard.post(`/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'Probably Lestrade.' })
    expect(await found('badge', asker)).toEqual([number])
    expect(await found('Lestrade', asker)).toEqual([])
    expect(await found('Lestrade', guard)).toEqual([number])
    await desk.drain()
  })
  it('is not told to strangers', async () => {
    expect((await desk.anonymous.get('/api/v1/search?q=printer')).status).toBe(401)
  })
})

it('marks matches in segments, in the subject and in the passage that matches', async () => {
  const [hit] = (await find('printer tray')).items
  expect(marked(hit!.subjectSegments)).toEqual(['Printers'])
  expect(marked(hit!.snippet!.segments)).toContain('tray')
  expect(hit!.snippet!.segments.map((segment) => segment.text).join('')).toContain('the tray is stuck')
  const [own] = (await find('laptop', rita)).items
  expect(JSON.stringify(own)).not.toContain('Zebulon')
})

it('finds people for those who may know them', async () => {
  expect((await find('rita')).persons).toEqual([
    expect.objectContaining({ name: 'Rita Quist', email: 'rita@example.org' }),
  ])
  expect((await find('rob', rita)).persons).toEqual([])
})

describe('pages', () => {
  it('go through everything once, in both orders', async () => {
    const all = []
    for (let i = 0; i < 7; i++)
      all.push(await open({ subject: i === 3 ? 'Gizmo' : `Number ${i} broke`, description: 'The gizmo did it.' }))
    for (const order of ['newest', 'best']) {
      const seen: number[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: SearchAnswer = await find('gizmo', ana, `&limit=3&order=${order}${cursor && `&cursor=${cursor}`}`)
        seen.push(...numbers(page))
        cursor = page.nextCursor
      }
      expect([...seen].sort()).toEqual([...all].sort())
      if (order === 'newest') expect(seen).toEqual([...all].reverse())
      else expect(seen[0]).toBe(all[3])
    }
    await desk.drain()
  })
  it('show a ticket that is asked for by its number once, first', async () => {
    const number = await open({ subject: 'The widget' })
    for (let i = 0; i < 3; i++) await open({ subject: `It is like ${number}`, description: 'The widget again.' })
    const first = await find(String(number), ana, '&limit=2')
    expect(numbers(first)[0]).toBe(number)
    const second = await find(String(number), ana, `&limit=2&cursor=${first.nextCursor}`)
    expect(numbers(second)).not.toContain(number)
    await desk.drain()
  })
  it('go past the hundred that the best are chosen from, by words and by fields', async () => {
    const all = []
    for (let i = 0; i < 107; i++) all.push(await open({ subject: 'The contraption', tags: ['hundred'] }))
    await desk.drain()
    for (const q of ['contraption', 'tag:hundred', 'contraption tag:hundred']) {
      const seen: number[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: SearchAnswer = await find(q, ana, `&limit=30${cursor && `&cursor=${cursor}`}`)
        seen.push(...numbers(page))
        cursor = page.nextCursor
      }
      expect(seen.sort(), q).toEqual(all)
    }
  })
  it('go past newer ones that the viewer may not see', async () => {
    const seen = await open({ subject: 'The doohickey hums' })
    for (let i = 0; i < 7; i++) {
      const secret = { subject: `Doohickey ${i}`, requester: { email: 'asker@example.org' }, team: 'Security' }
      await guard.post('/api/v1/tickets', secret)
    }
    await desk.drain()
    // Twice the page is looked at in one step: three steps down to the one that may be shown.
    expect(numbers(await find('doohickey', ana, '&limit=1&order=newest'))).toEqual([seen])
  })
})

it('finds the same after everything was indexed anew', async () => {
  const queries = ['printer', 'Druckern', 'Zebulon', 'conn', '"third floor"', 'tessel']
  const before = await Promise.all(queries.map((q) => found(q)))
  await desk.pool.query('delete from desk.document')
  await desk.pool.query('delete from desk.word')
  expect(await found('printer')).toEqual([])
  await rebuildDocuments(desk.db)
  expect(await Promise.all(queries.map((q) => found(q)))).toEqual(before)
  expect(await found('Zebulon', rita)).toEqual([])
})
