import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import type { Running } from '../../../platform/room.ts'
import { otherCertificate } from '../../../platform/testkit/certificate.ts'
import { type Dovecot, startDovecot } from '../../../platform/testkit/dovecot.ts'
import { freePort, isMissing } from '../../../platform/testkit/program.ts'
import type { ImapTrial, WriteImapAccount } from '../contract/imap.ts'
import { watchMailboxes } from '../server/imap/watch-mailboxes.ts'
import { account, collect, doorOf, letter, password, patience, untilConnected, untilFiled } from './harness.ts'

const user = 'help@desk.example'
const users = { [user]: password }

describe.skipIf(isMissing('dovecot'))('signing in at Dovecot', () => {
  let service: TokenService
  let server: Dovecot
  let story: { desk: TestDesk; admin: Persona }
  let watching: Running | undefined

  beforeAll(async () => {
    setEnvironment({ ...process.env, IMAP_POLL_SECONDS: '1', MAIL_FROM: 'desk@desk.example' })
    service = await startTokenService()
    server = await startDovecot({ users, introspectionUrl: `${service.url}/introspect` })
    const desk = await startDesk()
    story = { desk, admin: await desk.as('administrator') }
  })

  afterEach(async () => {
    await watching?.stop()
    watching = undefined
  })

  afterAll(async () => {
    await story.desk.stop()
    await server.stop()
    await service.stop()
    setEnvironment(process.env)
  })

  const oauth = (): Partial<WriteImapAccount> => ({
    login: 'oauth',
    password: null,
    tokenUrl: `${service.url}/token`,
    clientId: 'desk',
    scope: 'mail offline_access',
    clientSecret: 'client-secret',
    refreshToken: 'refresh-1',
  })

  async function tryOut(mailbox: number, change: Partial<WriteImapAccount> = {}): Promise<ImapTrial> {
    const answer = await story.admin.post(`/api/v1/mailboxes/${mailbox}/imap/trials`, account(server, user, change))
    expect(answer.status, answer.text).toBe(200)
    return answer.body
  }

  test('with tokens: asked for, kept fresh, and the refresh token replaced when the service gives another', async () => {
    const { admin, desk } = story
    const id = await collect(story, server, user, oauth())
    server.deliver(user, letter('By token'))
    watching = watchMailboxes(desk.assembly.ground)
    await untilFiled(story, 1)
    expect(service.asked[0]).toMatchObject({
      grant_type: 'refresh_token',
      client_id: 'desk',
      client_secret: 'client-secret',
      refresh_token: 'refresh-1',
      scope: 'mail offline_access',
    })
    expect(server.log()).toMatch(/Login: user=<help@desk\.example>, method=(XOAUTH2|OAUTHBEARER)/)
    // The first token is over; the next connection asks with the refresh token that came with it.
    await watching.stop()
    service.endTokens()
    await admin.put(
      `/api/v1/mailboxes/${id}/imap`,
      account(server, user, { ...withoutSecrets(oauth()), password: null }),
    )
    server.deliver(user, letter('By the next token'))
    watching = watchMailboxes(desk.assembly.ground)
    await untilFiled(story, 2)
    expect(service.asked[1]).toMatchObject({ refresh_token: 'refresh-2' })
    const stored = await desk.db.selectFrom('intake.imapAccount').selectAll().executeTakeFirstOrThrow()
    expect(`${stored.refreshToken}${stored.clientSecret}`).not.toMatch(/refresh-|client-secret/)
    const shown = (await admin.get(`/api/v1/mailboxes/${id}/imap`)).text
    expect(shown).not.toMatch(/refresh-|client-secret|correct-horse/)
    expect(JSON.parse(shown).imap).toMatchObject({ hasRefreshToken: true, hasClientSecret: true, hasPassword: false })
  })

  test('says when the consent was withdrawn, and goes on once it is given again', async () => {
    const { admin, desk } = story
    const id = (await admin.post('/api/v1/mailboxes', { address: 'oauth@desk.example', name: 'O' })).body.id
    service.refuse = true
    await admin.put(`/api/v1/mailboxes/${id}/imap`, account(server, user, { ...oauth(), startWith: 'new' }))
    watching = watchMailboxes(desk.assembly.ground)
    await expect.poll(async () => (await doorOf(story, id))?.state, patience).toBe('failed')
    expect((await doorOf(story, id)).trouble).toMatchObject({
      code: 'token',
      detail: 'invalid_grant: Consent withdrawn',
    })
    service.refuse = false
    await admin.put(`/api/v1/mailboxes/${id}/imap`, account(server, user, { ...oauth(), startWith: 'new' }))
    await untilConnected(story, id)
    await admin.delete(`/api/v1/mailboxes/${id}/imap`)
  })

  test('a trial says what is wrong, step by step', async () => {
    const { admin } = story
    const id = (await admin.post('/api/v1/mailboxes', { address: 'trial@desk.example', name: 'T' })).body.id
    const good = await tryOut(id)
    expect(good).toMatchObject({ ok: true, messages: 2, idle: true, folders: expect.arrayContaining(['INBOX']) })
    expect(good.steps.map((step) => step.step)).toEqual(['find', 'connect', 'encrypt', 'login', 'folder'])
    expect(await tryOut(id, { port: server.port, security: 'starttls' })).toMatchObject({ ok: true })
    expect(await tryOut(id, { ...oauth() })).toMatchObject({ ok: true })
    // A label of 64 letters is no name, so nobody is asked for it.
    const wrong: [string, string, Partial<WriteImapAccount>][] = [
      ['find', 'dns', { host: `${'x'.repeat(64)}.example` }],
      ['connect', 'refused', { port: await freePort() }],
      ['encrypt', 'tls', { port: server.port }],
      ['encrypt', 'tls_untrusted', { ca: null }],
      ['login', 'login', { password: 'wrong' }],
      ['login', 'no_secret', { password: null }],
      ['login', 'login', { ...oauth(), username: 'somebody@else.example' }],
      ['folder', 'folder', { folder: 'Nowhere' }],
    ]
    for (const [step, code, change] of wrong) {
      const trial = await tryOut(id, change)
      expect(trial.ok).toBe(false)
      expect(trial.steps.at(-1), `${step} ${code}`).toMatchObject({ step, ok: false, trouble: { code } })
    }
    const other = await startDovecot({ users, certificate: otherCertificate })
    const trial = await tryOut(id, { port: other.tlsPort })
    await other.stop()
    expect(trial.steps.at(-1)).toMatchObject({ step: 'encrypt', trouble: { code: 'tls_name' } })
  })

  test('stored secrets go nowhere but where they were entered for', async () => {
    const { admin } = story
    const id = await collect(story, server, 'kept@desk.example', { username: user })
    const { password: _, ...kept } = account(server, user)
    const put = (change: object) => admin.put(`/api/v1/mailboxes/${id}/imap`, { ...kept, ...change })
    expect((await put({ folder: 'INBOX', active: false })).status).toBe(200)
    for (const change of [{ host: 'evil.example' }, { port: 1 }, { username: 'x' }, { security: 'none' }]) {
      expect((await put(change)).body).toMatchObject({ code: 'intake.secret_needed', field: 'body.password' })
      const trial = await admin.post(`/api/v1/mailboxes/${id}/imap/trials`, { ...kept, ...change })
      expect(trial.body).toMatchObject({ code: 'intake.secret_needed' })
    }
    expect((await put({ afterImport: 'move' })).body).toMatchObject({ field: 'body.moveTo' })
    expect((await put({ afterImport: 'move', moveTo: 'INBOX' })).body).toMatchObject({ field: 'body.moveTo' })
    expect((await put({ ca: 'no certificate' })).status).toBe(422)
    expect((await admin.get('/api/v1/mailboxes/99999/imap')).status).toBe(404)
  })
})

function withoutSecrets({ clientSecret: _, refreshToken: __, ...rest }: Partial<WriteImapAccount>) {
  return rest
}

interface TokenService {
  url: string
  asked: Record<string, string>[]
  refuse: boolean
  endTokens(): void
  stop(): Promise<void>
}

/** Gives tokens for refresh tokens, and tells the mail server whether one is good (RFC 6749, 7662). */
async function startTokenService(): Promise<TokenService> {
  let good = new Set<string>()
  let count = 1
  const http: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body))
      const answer = (status: number, json: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
      if (request.url === '/introspect') return answer(200, { active: good.has(form.token ?? ''), email: user })
      if (service.refuse) return answer(400, { error: 'invalid_grant', error_description: 'Consent withdrawn' })
      service.asked.push(form)
      const token = `access-${count++}`
      good.add(token)
      answer(200, { access_token: token, expires_in: 3600, refresh_token: `refresh-${count}`, token_type: 'Bearer' })
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const service: TokenService = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    asked: [],
    refuse: false,
    endTokens: () => {
      good = new Set()
    },
    async stop() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return service
}
