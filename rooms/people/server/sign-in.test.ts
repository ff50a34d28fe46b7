import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { aPerson } from '../testkit/index.ts'

const start = '2026-03-02T09:00:00Z'
const password = 'correct horse battery'
let desk: TestDesk

const verifications = vi.hoisted(() => ({ count: 0 }))
vi.mock('@better-auth/utils/password', async (original) => {
  const real = await original<typeof import('@better-auth/utils/password')>()
  const verifyPassword: typeof real.verifyPassword = (hash, word) => {
    verifications.count++
    return real.verifyPassword(hash, word)
  }
  return { ...real, verifyPassword }
})

beforeAll(async () => {
  desk = await startDesk({ now: start })
})
afterAll(() => desk.stop())

const cookieIn = (headers: Record<string, unknown>) => String(headers['set-cookie'] ?? '').split(';')[0] ?? ''
const as = (cookie: string) => desk.speaker({ cookie, 'sec-fetch-site': 'same-origin' })
const signIn = (email: string, word = password, totp?: string) =>
  desk.anonymous.post('/api/v1/session', { email, password: word, ...(totp ? { totp } : {}) })

async function tokenMailedTo(to: string): Promise<string> {
  const mails = await desk.db.selectFrom('platform.outbox').selectAll().orderBy('id', 'desc').execute()
  const mail = mails.find((each) => each.recipients.to.some((address) => address.email === to))
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

async function ask(path: 'sign-in-links' | 'password-resets', email: string): Promise<string> {
  expect((await desk.anonymous.post(`/api/v1/${path}`, { email })).status).toBe(202)
  await desk.drain()
  return tokenMailedTo(email)
}

const codeAt = async (secret: string, step = 0) =>
  createOTP(new Uint8Array(base32.decode(secret))).hotp(Math.floor(desk.clock.now().getTime() / 30_000) + step)

describe('with a password', () => {
  it('starts a session that says who one is, and ends it', async () => {
    await aPerson(desk.cx(), { email: 'ana@x.org', name: 'Ana', role: 'technician', password })
    const answer = await signIn('ANA@x.org')
    expect(answer.status).toBe(201)
    expect(answer.headers['set-cookie']).toMatch(
      /^dh_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const ana = as(cookieIn(answer.headers))
    const me = await ana.get('/api/v1/me')
    expect(me.body).toMatchObject({ name: 'Ana', email: 'ana@x.org', role: { name: 'Technician' }, hasPassword: true })
    expect(me.body.permissions).toContain('people.read')
    expect((await ana.delete('/api/v1/session')).status).toBe(204)
    expect((await ana.get('/api/v1/me')).status).toBe(401)
  })

  it('answers alike to an unknown address, a missing and a wrong password, and a deactivated person', async () => {
    const has = await aPerson(desk.cx(), { email: 'has@x.org', password })
    await aPerson(desk.cx(), { email: 'without@x.org' })
    const gone = await aPerson(desk.cx(), { email: 'gone@x.org', password })
    await desk.db.updateTable('people.person').set({ active: false }).where('id', '=', gone.id).execute()
    const answers = [
      await signIn('has@x.org', 'not the password'),
      await signIn('without@x.org'),
      await signIn('nobody@x.org'),
      await signIn('gone@x.org'),
    ]
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'session.refused' } })
    await desk.drain()
    const failed = desk.db.selectFrom('platform.fact').selectAll().where('name', '=', 'session.failed')
    expect(await failed.where('subjectId', '=', has.id).execute()).toHaveLength(1)
    expect(await failed.where('subjectId', '=', gone.id).execute()).toHaveLength(0)
  })

  it('checks a hash even where there is none, so that the time it takes tells nothing', async () => {
    await aPerson(desk.cx(), { email: 'hash@x.org', password })
    await aPerson(desk.cx(), { email: 'nohash@x.org' })
    await signIn('warm@x.org')
    for (const email of ['hash@x.org', 'nohash@x.org', 'unknown@x.org']) {
      verifications.count = 0
      await signIn(email, 'wrong password')
      expect([email, verifications.count]).toEqual([email, 1])
    }
  })

  it('makes a guesser wait longer and longer, also for an account that does not exist', async () => {
    await aPerson(desk.cx(), { email: 'victim@x.org', password })
    for (const email of ['victim@x.org', 'ghost@x.org']) {
      for (let attempt = 0; attempt < 5; attempt++) expect((await signIn(email, 'guess')).status).toBe(401)
      const blocked = await signIn(email, 'guess')
      expect(blocked).toMatchObject({ status: 429, body: { code: 'session.too_many_attempts', retryAfterSeconds: 5 } })
    }
    expect((await signIn('victim@x.org')).status).toBe(429)
    desk.clock.advance(5_001)
    expect((await signIn('victim@x.org', 'guess')).status).toBe(401)
    expect((await signIn('victim@x.org')).body.retryAfterSeconds).toBe(10)
    desk.clock.advance(10_001)
    expect((await signIn('victim@x.org')).status).toBe(201)
    expect((await signIn('victim@x.org', 'guess')).status).toBe(401)
    expect((await signIn('victim@x.org')).status).toBe(201)
  })

  it('counts guesses that come all at once', async () => {
    await aPerson(desk.cx(), { email: 'rushed@x.org', password })
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('rushed@x.org', 'guess')))
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5)
  })

  it('makes a network wait that guesses over many accounts', async () => {
    desk.clock.advance(2 * 3_600_000)
    const answers = []
    for (let nth = 0; nth < 32; nth++) answers.push(await signIn(`spray${nth}@x.org`, 'guess'))
    expect(answers.filter((answer) => answer.status === 429).length).toBeGreaterThan(0)
    desk.clock.advance(2 * 3_600_000)
  })

  it('refuses a sign-out that another web site sends', async () => {
    await aPerson(desk.cx(), { email: 'csrf@x.org', password })
    const cookie = cookieIn((await signIn('csrf@x.org')).headers)
    const foreign = await desk.speaker({ cookie, 'sec-fetch-site': 'cross-site' }).delete('/api/v1/session')
    expect(foreign.status).toBe(403)
    // A proxy's own password rides along by itself, like the cookie, and must not pass for a key.
    const basic = { cookie, origin: 'http://evil.example', authorization: 'Basic YTpi' }
    expect((await desk.speaker(basic).delete('/api/v1/session')).status).toBe(403)
    expect((await desk.speaker({ cookie, authorization: 'Basic YTpi' }).get('/api/v1/me')).status).toBe(200)
    expect((await as(cookie).get('/api/v1/me')).status).toBe(200)
  })
})

describe('with an e-mailed link', () => {
  it('works once', async () => {
    await aPerson(desk.cx(), { email: 'link@x.org', name: 'Linda' })
    const token = await ask('sign-in-links', 'link@x.org')
    const redeem = () => desk.anonymous.post('/api/v1/sign-in-links/redeem', { token })
    const both = await Promise.all([redeem(), redeem(), redeem()])
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 410, 410])
    const cookie = cookieIn(both.find((answer) => answer.status === 201)?.headers ?? {})
    expect((await as(cookie).get('/api/v1/me')).body.name).toBe('Linda')
  })

  it('does not work when it is too old, or by fetching it', async () => {
    await aPerson(desk.cx(), { email: 'late@x.org' })
    const token = await ask('sign-in-links', 'late@x.org')
    expect((await desk.anonymous.get(`/api/v1/sign-in-links/redeem?token=${token}`)).status).toBe(405)
    desk.clock.advance(16 * 60_000)
    expect((await desk.anonymous.post('/api/v1/sign-in-links/redeem', { token })).status).toBe(410)
  })

  it('is not sent to strangers, unless sign-up is open', async () => {
    expect(await ask('sign-in-links', 'stranger@x.org')).toBe('')
    const admin = await desk.as('administrator')
    await admin.patch('/api/v1/desk', { openSignUp: true })
    const token = await ask('sign-in-links', 'stranger@x.org')
    const answer = await desk.anonymous.post('/api/v1/sign-in-links/redeem', { token })
    expect(answer.body).toMatchObject({ name: 'Stranger', role: { name: 'Requester' } })
    await admin.patch('/api/v1/desk', { openSignUp: false })
  })

  it('stops sending after some links, in silence', async () => {
    await aPerson(desk.cx(), { email: 'flood@x.org' })
    for (let nth = 0; nth < 9; nth++) await ask('sign-in-links', 'flood@x.org')
    const person = desk.db.selectFrom('people.personAddress').select('personId').where('email', '=', 'flood@x.org')
    const links = await desk.db.selectFrom('people.mailedToken').select('id').where('personId', '=', person).execute()
    expect(links).toHaveLength(5)
  })
})

describe('a password reset', () => {
  it('sets the password once and ends every session', async () => {
    await aPerson(desk.cx(), { email: 'reset@x.org', password })
    const cookie = cookieIn((await signIn('reset@x.org')).headers)
    const token = await ask('password-resets', 'reset@x.org')
    const redeem = (word: string) => desk.anonymous.post('/api/v1/password-resets/redeem', { token, password: word })
    expect((await redeem('short')).status).toBe(422)
    expect((await redeem('a new and long one')).status).toBe(204)
    expect((await redeem('another long one')).status).toBe(410)
    expect((await as(cookie).get('/api/v1/me')).status).toBe(401)
    expect((await signIn('reset@x.org')).status).toBe(401)
    expect((await signIn('reset@x.org', 'a new and long one')).status).toBe(201)
  })

  it('cannot be done with a sign-in link', async () => {
    await aPerson(desk.cx(), { email: 'mixed@x.org' })
    const token = await ask('sign-in-links', 'mixed@x.org')
    expect((await desk.anonymous.post('/api/v1/password-resets/redeem', { token, password })).status).toBe(410)
  })
})

describe('the second factor', () => {
  it('is asked for with the password and with a link, takes each code once, and backup codes once', async () => {
    const { id } = await aPerson(desk.cx(), { email: 'otp@x.org', password })
    const otp = as(cookieIn((await signIn('otp@x.org')).headers))
    expect((await otp.post('/api/v1/me/totp', { password: 'wrong' })).status).toBe(403)
    const begun = await otp.post('/api/v1/me/totp', { password })
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&/)
    const secret = begun.body.secret
    expect((await signIn('otp@x.org')).status).toBe(201)

    expect((await otp.put('/api/v1/me/totp', { totp: '000000' })).status).toBe(401)
    const confirmed = await otp.put('/api/v1/me/totp', { totp: await codeAt(secret) })
    expect(confirmed.body.backupCodes).toHaveLength(10)
    expect((await otp.get('/api/v1/me')).body.totp).toBe(true)

    expect((await signIn('otp@x.org')).body.code).toBe('session.totp_needed')
    const used = await signIn('otp@x.org', password, await codeAt(secret))
    expect(used.body.code).toBe('session.totp_wrong')
    desk.clock.advance(30_000)
    const code = await codeAt(secret)
    expect((await signIn('otp@x.org', password, code)).status).toBe(201)
    expect((await signIn('otp@x.org', password, code)).status).toBe(401)
    const backup = confirmed.body.backupCodes[0]
    expect((await signIn('otp@x.org', password, backup.toLowerCase())).status).toBe(201)
    expect((await signIn('otp@x.org', password, backup)).status).toBe(401)

    const token = await ask('sign-in-links', 'otp@x.org')
    const redeem = (totp?: string) =>
      desk.anonymous.post('/api/v1/sign-in-links/redeem', { token, ...(totp ? { totp } : {}) })
    expect((await redeem()).body.code).toBe('session.totp_needed')
    expect((await redeem('123456')).body.code).toBe('session.totp_wrong')
    desk.clock.advance(30_000)
    expect((await redeem(await codeAt(secret))).status).toBe(201)

    const facts = await desk.db.selectFrom('platform.fact').selectAll().where('subjectId', '=', id).execute()
    const told = JSON.stringify(facts)
    for (const leak of [secret, password, backup, code, token]) expect(told).not.toContain(leak)
    expect(facts.map((fact) => fact.name)).toContain('person.backup_code_used')
  })

  it('cannot be guessed: the codes are counted over all ways in', async () => {
    await aPerson(desk.cx(), { email: 'guess@x.org', password })
    const person = as(cookieIn((await signIn('guess@x.org')).headers))
    const { secret } = (await person.post('/api/v1/me/totp', { password })).body
    await person.put('/api/v1/me/totp', { totp: await codeAt(secret) })
    const token = await ask('sign-in-links', 'guess@x.org')
    const statuses: number[] = []
    for (let nth = 0; nth < 4; nth++) statuses.push((await signIn('guess@x.org', password, '111111')).status)
    for (let nth = 0; nth < 3; nth++)
      statuses.push((await desk.anonymous.post('/api/v1/sign-in-links/redeem', { token, totp: '111111' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect((await person.delete('/api/v1/me/totp', { body: { totp: '111111' } })).status).toBe(429)
  })

  it('can be turned off with a code, or by an administrator', async () => {
    const { id } = await aPerson(desk.cx(), { email: 'off@x.org', password })
    const off = as(cookieIn((await signIn('off@x.org')).headers))
    const begin = async () => {
      const { secret } = (await off.post('/api/v1/me/totp', { password })).body
      desk.clock.advance(60_000)
      await off.put('/api/v1/me/totp', { totp: await codeAt(secret) })
      desk.clock.advance(60_000)
      return secret
    }
    const secret = await begin()
    expect((await off.delete('/api/v1/me/totp', { body: { totp: await codeAt(secret) } })).status).toBe(204)
    await begin()
    const admin = await desk.as('administrator')
    expect((await admin.delete(`/api/v1/persons/${id}/totp`)).status).toBe(204)
    expect((await signIn('off@x.org')).status).toBe(201)
  })
})

describe('sessions', () => {
  it('are listed and ended one by one, and only one’s own', async () => {
    await aPerson(desk.cx(), { email: 'many@x.org', password })
    const one = as(cookieIn((await signIn('many@x.org')).headers))
    const two = as(cookieIn((await signIn('many@x.org')).headers))
    const other = await desk.as('requester')
    const sessions = (await one.get('/api/v1/me/sessions')).body.items
    expect(sessions.map((session: { current: boolean }) => session.current).sort()).toEqual([false, true])
    const second = sessions.find((session: { current: boolean }) => !session.current)
    expect((await other.delete(`/api/v1/me/sessions/${second.id}`)).status).toBe(404)
    expect((await two.get('/api/v1/me')).status).toBe(200)
    expect((await one.delete(`/api/v1/me/sessions/${second.id}`)).status).toBe(204)
    expect((await two.get('/api/v1/me')).status).toBe(401)
  })

  it('end with a change of the password, but for the one that made it', async () => {
    await aPerson(desk.cx(), { email: 'change@x.org', password })
    const one = as(cookieIn((await signIn('change@x.org')).headers))
    const two = as(cookieIn((await signIn('change@x.org')).headers))
    expect((await one.put('/api/v1/me/password', { password: 'something else long' })).status).toBe(403)
    const right = { current: password, password: 'something else long' }
    expect((await one.put('/api/v1/me/password', right)).status).toBe(204)
    expect((await one.get('/api/v1/me')).status).toBe(200)
    expect((await two.get('/api/v1/me')).status).toBe(401)
  })

  it('last as long as one comes back, and no longer', async () => {
    const person = await desk.as('requester')
    for (let week = 0; week < 6; week++) {
      desk.clock.advance(7 * 86_400_000)
      expect((await person.get('/api/v1/me')).status).toBe(200)
    }
    desk.clock.advance(31 * 86_400_000)
    expect((await person.get('/api/v1/me')).status).toBe(401)
  })
})
