import { ImapFlow } from 'imapflow'
import { expect } from 'vitest'
import type { Db } from '../../../platform/db/index.ts'
import type { Dovecot } from '../../../platform/testkit/dovecot.ts'
import type { WriteImapAccount } from '../contract/imap.ts'

/** Real servers and a real database on a machine that may be busy. */
export const patience = { timeout: 20_000, interval: 50 }

interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what the API says is asserted
  body: any
  text: string
}

/** The parts of a test's desk that these steps need. */
export interface Story {
  desk: { db: Db; drain(): Promise<void> }
  admin: {
    get(url: string): Promise<Answer>
    post(url: string, body?: unknown): Promise<Answer>
    put(url: string, body?: unknown): Promise<Answer>
  }
}

export const password = 'correct-horse'

/** Settings of an account over TLS with the authority of the test. */
export function account(server: Dovecot, username: string, change: Partial<WriteImapAccount> = {}): WriteImapAccount {
  return {
    active: true,
    provider: 'imap',
    host: 'localhost',
    port: server.tlsPort,
    security: 'tls',
    ca: server.ca,
    username,
    login: 'password',
    password,
    tokenUrl: null,
    clientId: null,
    scope: null,
    folder: 'INBOX',
    startWith: 'all',
    afterImport: 'seen',
    moveTo: null,
    ...change,
  }
}

/** A mailbox with this address that is collected from the server. */
export async function collect(
  { admin }: Story,
  server: Dovecot,
  address: string,
  change: Partial<WriteImapAccount> = {},
  mailbox: object = {},
): Promise<number> {
  const added = await admin.post('/api/v1/mailboxes', { address, name: 'Desk', ...mailbox })
  expect(added.status).toBe(201)
  const set = await admin.put(`/api/v1/mailboxes/${added.body.id}/imap`, account(server, address, change))
  expect(set.status, set.text).toBe(200)
  return added.body.id
}

export async function doorOf({ admin }: Story, mailboxId: number) {
  const doors = (await admin.get('/api/v1/mail-doors')).body.items as { name: string }[]
  // biome-ignore lint/suspicious/noExplicitAny: what the API says is asserted
  return doors.find((door) => door.name === `imap:${mailboxId}`) as any
}

export async function untilConnected(story: Story, mailboxId: number): Promise<void> {
  await expect.poll(async () => (await doorOf(story, mailboxId))?.state, patience).toBe('connected')
}

export function items({ desk }: Story) {
  return desk.db.selectFrom('intake.item').selectAll().orderBy('id').execute()
}

/** Waits until so many messages came in, files them, and returns them. */
export async function untilFiled(story: Story, count: number) {
  await expect.poll(async () => (await items(story)).length, patience).toBeGreaterThanOrEqual(count)
  await story.desk.drain()
  const found = await items(story)
  expect(found).toHaveLength(count)
  return found
}

let counter = 0

export function letter(subject: string, head: Record<string, string> = {}, body = 'Hello\n'): string {
  const all = {
    From: 'Ana <ana@x.example>',
    To: 'help@desk.example',
    Subject: subject,
    'Message-ID': `<${subject.replace(/\W+/g, '-')}.${counter++}@x.example>`,
    Date: 'Sun, 22 Nov 2026 08:00:00 +0000',
    ...head,
  }
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}\n${body}`
}

/** Looks into the mailbox as its owner would with a mail program. */
export async function lookInto<T>(server: Dovecot, user: string, look: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: 'localhost',
    port: server.tlsPort,
    secure: true,
    tls: { ca: server.ca },
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
  })
  await client.connect()
  try {
    return await look(client)
  } finally {
    await client.logout()
  }
}

/** Uids of a folder, and which of them are read. */
export function contents(server: Dovecot, user: string, folder = 'INBOX') {
  return lookInto(server, user, async (client) => {
    const { exists } = await client.mailboxOpen(folder, { readOnly: true })
    const found: { uid: number; seen: boolean }[] = []
    if (exists === 0) return found
    for await (const { uid, flags } of client.fetch('1:*', { uid: true, flags: true }))
      found.push({ uid, seen: flags?.has('\\Seen') ?? false })
    return found
  })
}
