import { beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk } from './testkit.ts'

const desk = await startDesk()
let tina: Persona
const ask = { subject: 'Printer', description: 'It hums.', requester: { email: 'rita@example.org' } }

beforeAll(async () => {
  tina = await desk.as('technician')
})

test('what PostgreSQL cannot keep is refused by name', async () => {
  for (const odd of ['a\0b', 'a\ud800b']) {
    const opened = await tina.post('/api/v1/tickets', { ...ask, subject: odd })
    expect(opened.body).toMatchObject({ status: 422, field: 'body.subject' })
    const named = await tina.post('/api/v1/tickets', { ...ask, requester: { email: 'a@example.org', name: odd } })
    expect(named.body).toMatchObject({ status: 422, field: 'body.requester.name' })
  }
  for (const query of ['tag=%00', 'requester=a%00@example.org', 'team=%00']) {
    expect((await tina.get(`/api/v1/tickets?${query}`)).status).toBe(422)
  }
})

test('numbers, cursors and addresses that are none do not upset the server', async () => {
  for (const number of ['99999999999999999999', '1.5', '1e3', 'x', '-1', '0']) {
    const answer = await tina.get(`/api/v1/tickets/${number}`)
    expect(answer.body).toMatchObject({ status: 422, field: 'path.number' })
  }
  const invented = [[1, 2], ['x', 'y'], ['2026-01-01T00:00:00Z', 1e30], [{}]]
  for (const values of invented) {
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
    const { status } = await tina.get(`/api/v1/tickets?sort=-updatedAt&cursor=${cursor}`)
    expect([400, 422]).toContain(status)
  }
  const undecodable = await tina.get('/api/v1/tickets/%ZZ')
  expect(undecodable.body).toMatchObject({ status: 400, code: 'http.bad_request' })
})

test('a filter that is left empty asks for nothing', async () => {
  await tina.post('/api/v1/tickets', ask)
  const list = await tina.get(
    '/api/v1/tickets?status=open,new&team=&assignee=&requester=&tag=&sort=-updatedAt&limit=50&cursor=',
  )
  expect(list.body).toMatchObject({ items: [{ subject: 'Printer' }], nextCursor: null })
})

test('another method is told which ones there are', async () => {
  const wrong = await tina.delete('/api/v1/tickets/1001')
  expect(wrong.body).toMatchObject({ status: 405, code: 'http.method_not_allowed' })
  expect(wrong.headers.allow).toBe('GET, PATCH, HEAD, OPTIONS')
  expect((await tina.get('/api/v1/nothing')).body).toMatchObject({ status: 404, code: 'http.not_found' })
})

test('who is late by If-Match learns the version; any version will do for *', async () => {
  const path = `/api/v1/tickets/${(await tina.post('/api/v1/tickets', ask)).body.number}`
  const first = await tina.patch(path, { tags: ['a'] }, { headers: { 'if-match': '*' } })
  expect(first.status).toBe(200)
  expect((await tina.patch(path, { tags: ['b'] }, { headers: { 'if-match': `W/${first.headers.etag}` } })).status).toBe(
    200,
  )
  const late = await tina.patch(path, { tags: ['c'] }, { headers: { 'if-match': String(first.headers.etag) } })
  expect(late.body).toMatchObject({ status: 412, current: { tags: ['b'] } })
  expect(late.headers.etag).toBe(`"${late.body.current.version}"`)
})

test('an empty Idempotency-Key and a broken upload are mistakes of the sender', async () => {
  const keyless = await tina.post('/api/v1/tickets', ask, { headers: { 'idempotency-key': ' ' } })
  expect(keyless.body).toMatchObject({ status: 400, field: 'header.idempotency-key' })
  const broken = await tina.post('/api/v1/files', '--x\r\nbroken', {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(broken.body).toMatchObject({ status: 400, code: 'http.bad_request' })
})

test('a stranger is told how to sign in', async () => {
  expect((await desk.anonymous.get('/api/v1/tickets')).headers['www-authenticate']).toMatch(/^Bearer /)
})
