import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { makeCx, systemActor } from '../../../platform/cx.ts'
import type { Running } from '../../../platform/room.ts'
import { type Dovecot, startDovecot } from '../../../platform/testkit/dovecot.ts'
import { isMissing } from '../../../platform/testkit/program.ts'
import { accountOf } from '../server/imap/account.ts'
import { connect } from '../server/imap/connect.ts'
import { progressIn } from '../server/imap/progress.ts'
import { readFolder } from '../server/imap/read-folder.ts'
import { watchMailboxes } from '../server/imap/watch-mailboxes.ts'
import {
  collect,
  contents,
  doorOf,
  items,
  letter,
  lookInto,
  password,
  patience,
  untilConnected,
  untilFiled,
} from './harness.ts'

const user = 'help@desk.example'
async function begin() {
  const desk = await startDesk()
  return { desk, admin: await desk.as('administrator') }
}

const users = { [user]: password, 'hr@desk.example': password }

describe.skipIf(isMissing('dovecot'))('a mailbox on Dovecot', () => {
  let server: Dovecot
  let story: { desk: TestDesk; admin: Persona }
  let watching: Running[]

  beforeEach(async () => {
    setEnvironment({ ...process.env, IMAP_POLL_SECONDS: '1', MAIL_FROM: 'desk@desk.example' })
    server = await startDovecot({ users })
    story = await begin()
    watching = []
  })

  afterEach(async () => {
    await Promise.all(watching.map((one) => one.stop()))
    await story.desk.stop()
    await server.stop()
    setEnvironment(process.env)
  })

  function watch(): Running {
    const running = watchMailboxes(story.desk.assembly.ground)
    watching.push(running)
    return running
  }

  test('is read, then told of news by the server; each message is a ticket of its team and marked as read', async () => {
    const { admin } = story
    const team = (await admin.post('/api/v1/teams', { name: 'Service desk', tier: 1 })).body.id
    server.deliver(user, letter('Lay there before'))
    const id = await collect(story, server, user, {}, { team })
    watch()
    await untilFiled(story, 1)
    await untilConnected(story, id)
    server.deliver(user, letter('Comes while we listen'))
    const [first, second] = await untilFiled(story, 2)
    expect(first).toMatchObject({ state: 'filed', mailboxId: id, subject: 'Lay there before' })
    expect(second).toMatchObject({ state: 'filed', mailboxId: id, subject: 'Comes while we listen' })
    const ticket = await admin.get(`/api/v1/tickets/${second?.ticketNumber}`)
    expect(ticket.body.team).toMatchObject({ id: team })
    await expect
      .poll(() => contents(server, user), patience)
      .toEqual([
        { uid: 1, seen: true },
        { uid: 2, seen: true },
      ])
    expect(await doorOf(story, id)).toMatchObject({
      state: 'connected',
      mailbox: { address: user },
      lastMessageAt: expect.any(String),
      trouble: null,
    })
  })

  test('takes what is unread, what is new, or everything, as set', async () => {
    for (const subject of ['Read long ago', 'Not read']) server.deliver(user, letter(subject))
    await lookInto(server, user, async (client) => {
      await client.mailboxOpen('INBOX')
      await client.messageFlagsAdd('1', ['\\Seen'])
    })
    server.deliver('hr@desk.example', letter('Old', { To: 'hr@desk.example' }))
    await collect(story, server, user, { startWith: 'unread' })
    const hr = await collect(story, server, 'hr@desk.example', { startWith: 'new' })
    watch()
    await untilFiled(story, 1)
    await untilConnected(story, hr)
    server.deliver('hr@desk.example', letter('New', { To: 'hr@desk.example' }))
    const found = await untilFiled(story, 2)
    expect(found.map((item) => item.subject)).toEqual(['Not read', 'New'])
    expect(found[1]?.mailboxId).toBe(hr)
  })

  test('is emptied into a folder that is made for it, or by deleting', async () => {
    server.deliver(user, letter('To be moved'))
    server.deliver('hr@desk.example', letter('To be deleted'))
    await collect(story, server, user, { afterImport: 'move', moveTo: 'Imported.Desk' })
    await collect(story, server, 'hr@desk.example', { afterImport: 'delete' })
    watch()
    await untilFiled(story, 2)
    await expect.poll(() => contents(server, user), patience).toEqual([])
    await expect.poll(() => contents(server, 'hr@desk.example'), patience).toEqual([])
    expect(await contents(server, user, 'Imported.Desk')).toHaveLength(1)
  })

  test('gives each message to the mailbox it is written to', async () => {
    const { admin } = story
    const hr = (await admin.post('/api/v1/mailboxes', { address: 'hr@desk.example', name: 'People' })).body.id
    server.deliver(user, letter('For HR', { To: 'hr+leave@desk.example' }))
    server.deliver(user, letter('For both', { To: 'hr@desk.example', Cc: user }))
    server.deliver(user, letter('For nobody in particular', { To: 'undisclosed-recipients:;' }))
    const id = await collect(story, server, user)
    watch()
    const found = await untilFiled(story, 3)
    expect(found.map((item) => item.mailboxId)).toEqual([hr, id, id])
  })

  test('comes back after the server was away, and says meanwhile what is wrong', async () => {
    const id = await collect(story, server, user)
    watch()
    await untilConnected(story, id)
    await server.restart()
    server.deliver(user, letter('After the break'))
    const [item] = await untilFiled(story, 1)
    expect(item).toMatchObject({ state: 'filed', subject: 'After the break' })
    await untilConnected(story, id)
    // By when the desk looked again, the server was still away or already back.
    expect(['closed', 'refused']).toContain((await doorOf(story, id)).trouble.code)
  })

  test('is read anew when the server numbers it anew, and nothing comes twice', async () => {
    const twins = { 'Message-ID': '', Date: '' }
    server.deliver(user, letter('Without an id', twins).replace(/^(Message-ID|Date): \n/gm, ''))
    server.deliver(user, letter('With an id'))
    const id = await collect(story, server, user)
    const first = watch()
    await untilFiled(story, 2)
    await first.stop()
    await server.stop()
    // A folder that was restored from a backup: same messages, other numbers.
    const before = await story.desk.db.selectFrom('intake.imapProgress').selectAll().executeTakeFirstOrThrow()
    await story.desk.db
      .updateTable('intake.imapProgress')
      .set({ uidValidity: before.uidValidity - 7 })
      .execute()
    server = await again()
    server.deliver(user, letter('Without an id', twins).replace(/^(Message-ID|Date): \n/gm, ''))
    server.deliver(user, letter('New one'))
    await move(id)
    watch()
    const found = await untilFiled(story, 3)
    expect(found.map((item) => [item.subject, item.state])).toEqual([
      ['Without an id', 'filed'],
      ['With an id', 'filed'],
      ['New one', 'filed'],
    ])
    expect((await contents(server, user)).every((one) => one.seen)).toBe(true)
  })

  async function again(): Promise<Dovecot> {
    return startDovecot({ users })
  }

  /** The server has another port now. */
  async function move(id: number): Promise<void> {
    await story.desk.db
      .updateTable('intake.imapAccount')
      .set({ port: server.tlsPort })
      .where('mailboxId', '=', id)
      .execute()
  }

  test('a message that is too large or cannot be read is shown, and those behind it come', async () => {
    setEnvironment({
      ...process.env,
      IMAP_POLL_SECONDS: '1',
      SMTP_IN_SIZE_LIMIT: '400000',
      MAIL_FROM: 'desk@desk.example',
    })
    server.deliver(user, letter('Before'))
    server.deliver(user, letter('Far too large', {}, 'x'.repeat(500_000)))
    server.deliver(user, letter('Large, but welcome', {}, `${'y'.repeat(79)}\n`.repeat(4000)))
    server.deliver(user, letter('Broken disk'))
    server.deliver(user, letter('Behind'))
    server.lock(user, 'Broken disk')
    const id = await collect(story, server, user)
    watch()
    await expect.poll(async () => (await items(story)).length, { ...patience, timeout: 40_000 }).toBe(5)
    const found = await untilFiled(story, 5)
    expect(found.map((item) => item.state)).toEqual(['filed', 'failed', 'filed', 'failed', 'filed'])
    expect(found[1]).toMatchObject({ subject: 'Far too large', fromEmail: 'ana@x.example' })
    expect(found[1]?.reason).toMatch(/0\.5 MB; the desk takes 0\.4 MB/)
    expect(found[3]?.reason).toMatch(/did not hand it over/)
    // Untouched on the server, and fetched once the desk takes more.
    setEnvironment({ ...process.env, IMAP_POLL_SECONDS: '1', MAIL_FROM: 'desk@desk.example' })
    expect((await contents(server, user))[1]).toMatchObject({ seen: false })
    await untilConnected(story, id)
    expect((await story.admin.post(`/api/v1/inbound-mail/${found[1]?.id}/attempts`)).status).toBe(201)
    const after = await untilFiled(story, 6)
    expect(after[1]).toMatchObject({ state: 'discarded' })
    expect(after[5]).toMatchObject({ state: 'filed', subject: 'Far too large' })
    await expect.poll(async () => (await contents(server, user))[1]?.seen, patience).toBe(true)
  }, 90_000)

  test('cut off between storing and marking, nothing is lost and nothing comes twice', async () => {
    for (let n = 1; n <= 3; n++) server.deliver(user, letter(`Letter ${n}`))
    const id = await collect(story, server, user)
    await readOnce(id, async () => {
      throw new Error('killed')
    }).catch(() => {})
    expect(await items(story)).toHaveLength(3)
    expect((await contents(server, user)).some((one) => one.seen)).toBe(false)
    watch()
    await untilConnected(story, id)
    await expect.poll(async () => (await contents(server, user)).every((one) => one.seen), patience).toBe(true)
    expect((await untilFiled(story, 3)).every((item) => item.state === 'filed')).toBe(true)
  })

  test('two that read the same folder at the same moment store each message once', async () => {
    for (let n = 1; n <= 20; n++) server.deliver(user, letter(`Letter ${n}`))
    const id = await collect(story, server, user)
    const ends = await Promise.allSettled([1, 2, 3].map(() => readOnce(id, async () => {})))
    expect(ends.filter((end) => end.status === 'fulfilled')).not.toHaveLength(0)
    expect(await items(story)).toHaveLength(20)
  })

  /** One pass over the folder as a process makes it. */
  async function readOnce(id: number, stored: () => Promise<void>): Promise<void> {
    const { ground } = story.desk.assembly
    const cx = () => makeCx(ground, systemActor)
    const account = await accountOf(ground.db, id)
    if (!account) throw new Error('there is no account')
    const client = await connect(account, { pass: password })
    try {
      const progress = await progressIn(cx(), account, await client.mailboxOpen('INBOX'))
      await readFolder({ cx, client, account, progress, stored, stopped: new AbortController().signal })
    } finally {
      client.close()
    }
  }

  test('of several processes one collects it; when that one ends, another goes on', async () => {
    const id = await collect(story, server, user)
    const one = watch()
    watch()
    await untilConnected(story, id)
    server.deliver(user, letter('While both run'))
    await untilFiled(story, 1)
    const logins = () => (server.log().match(/Login: user=<help/g) ?? []).length
    expect(logins()).toBe(1)
    await one.stop()
    server.deliver(user, letter('While one runs'))
    const found = await untilFiled(story, 2)
    expect(found.map((item) => item.state)).toEqual(['filed', 'filed'])
  }, 60_000)

  test('a folder of ten thousand is read in batches', async () => {
    for (let n = 1; n <= 10_050; n++) server.deliver(user, letter(`Letter ${n}`))
    await collect(story, server, user)
    watch()
    const { db } = story.desk
    const count = async () =>
      (await db.selectFrom('intake.item').select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
    await expect.poll(count, { timeout: 300_000, interval: 500 }).toBe(10_050)
    await expect
      .poll(async () => (await db.selectFrom('intake.imapPending').select('uid').execute()).length, patience)
      .toBe(0)
    const { lastUid } = await db.selectFrom('intake.imapProgress').selectAll().executeTakeFirstOrThrow()
    expect(lastUid).toBe(10_050)
  }, 400_000)
})

describe.skipIf(isMissing('dovecot'))('a mailbox on a server that can little', () => {
  let server: Dovecot
  let story: { desk: TestDesk; admin: Persona }
  let watching: Running

  beforeAll(async () => {
    setEnvironment({ ...process.env, IMAP_POLL_SECONDS: '1', MAIL_FROM: 'desk@desk.example' })
    server = await startDovecot({ users, plain: true })
    story = await begin()
  })

  afterAll(async () => {
    await watching?.stop()
    await story.desk.stop()
    await server.stop()
    setEnvironment(process.env)
  })

  test('is asked now and then without IDLE, and emptied without MOVE, over STARTTLS', async () => {
    const change = { port: server.port, security: 'starttls', afterImport: 'move', moveTo: 'Imported' } as const
    const id = await collect(story, server, user, change)
    watching = watchMailboxes(story.desk.assembly.ground)
    await untilConnected(story, id)
    server.deliver(user, letter('Asked for'))
    await untilFiled(story, 1)
    await expect.poll(() => contents(server, user), patience).toEqual([])
    expect(await contents(server, user, 'Imported')).toHaveLength(1)
  })
})
