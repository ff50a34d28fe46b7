import type { Static } from 'typebox'
import type { Cx } from '../cx.ts'
import type { Reader, Tx } from '../db/index.ts'
import { stale } from '../errors/index.ts'
import { tell } from '../facts/index.ts'
import { sealSecret } from '../secrets/index.ts'
import type { MailSenderChange, MailSender as Shown } from './contract.ts'
import { passwordAgain, senderNotFound } from './errors.ts'
import { mailSenderChanged } from './facts.ts'
import { connectionTo, type SmtpError, wordsOf } from './open-connection.ts'
import { deskSender, deskServerName, type MailSender, servedSenders, serverOf } from './server-of.ts'

type Change = Static<typeof MailSenderChange>

/** Command: a further way for mail to go out, which is the desk's own until it gets a server. */
export async function addSender(tx: Tx, name: string): Promise<number> {
  const { id } = await tx
    .insertInto('platform.mailSender')
    .values({ name: name.slice(0, 200), host: null, port: null, username: null, password: null, ratePerMinute: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function viewSender(reader: Reader, id: number): Promise<Shown> {
  return present(await senderById(reader, id))
}

/** A password is never given out; it stays where it was set as long as the server and the name stay the same. */
export async function changeSender(tx: Tx, id: number, change: Change, ifMatch?: string): Promise<Shown> {
  const before = await senderById(tx, id)
  if (ifMatch !== undefined && ifMatch !== String(before.version)) {
    throw stale(undefined, { extra: { current: present(before) } })
  }
  const { server } = change
  const row = await tx
    .updateTable('platform.mailSender')
    .set({
      ...(server === undefined ? {} : await serverColumns(tx, before, server)),
      ...(change.ratePerMinute === undefined ? {} : { ratePerMinute: change.ratePerMinute }),
      updatedAt: tx.now,
      version: before.version + 1,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (server !== undefined) {
    await servedSenders.forget(tx)
    // What is wrong with the server was wrong with the old one.
    await tx.deleteFrom('platform.mailTrouble').where('senderId', '=', id).execute()
  }
  await tell(tx, mailSenderChanged, id, { changed: Object.keys(change) })
  return present(row)
}

export async function changeSenderNow(cx: Cx, id: number, change: Change, ifMatch?: string): Promise<Shown> {
  return cx.tx((tx) => changeSender(tx, id, change, ifMatch))
}

async function serverColumns(tx: Tx, before: MailSender, server: NonNullable<Change['server']> | null) {
  if (server === null) return { host: null, port: null, username: null, password: null }
  const { host, port, security, checkCertificate = true, username = null, password } = server
  const sameLogin = before.host === host && before.port === port && before.username === username
  // A kept password must not be sent to another server than it was given for.
  if (username !== null && password === undefined && before.password !== null && !sameLogin) {
    throw passwordAgain(undefined, { field: 'body.server.password' })
  }
  const kept = username === null ? null : before.password
  return {
    host,
    port,
    security,
    checkCertificate,
    username,
    password: username !== null && password !== undefined ? await sealSecret(tx, password) : kept,
  }
}

/** Whether the server answers and lets us in, in its own words when not. */
export async function tryServer(
  cx: Cx,
  id: number,
): Promise<{ ok: boolean; server: string | null; error: string | null }> {
  await senderById(cx.db, id)
  const server = await serverOf(cx.db, id)
  if (!server) return { ok: false, server: null, error: null }
  const name = `${server.host}:${server.port}`
  const connection = connectionTo(server)
  try {
    await connection.open()
    connection.quit()
    return { ok: true, server: name, error: null }
  } catch (error) {
    connection.close()
    return { ok: false, server: name, error: wordsOf(error as SmtpError) }
  }
}

async function senderById(reader: Reader, id: number): Promise<MailSender> {
  const row = await reader.selectFrom('platform.mailSender').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw senderNotFound({ id })
  return row
}

function present(row: MailSender): Shown {
  return {
    id: row.id,
    name: row.name,
    server:
      row.host === null || row.port === null
        ? null
        : {
            host: row.host,
            port: row.port,
            security: row.security,
            checkCertificate: row.checkCertificate,
            username: row.username,
            hasPassword: row.password !== null,
          },
    fallback: row.id === deskSender ? deskServerName() : null,
    ratePerMinute: row.ratePerMinute,
    version: row.version,
  }
}
