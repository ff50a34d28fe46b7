import type { Selectable } from 'kysely'
import type { Cx } from '../../../../platform/cx.ts'
import type { Reader, Tx } from '../../../../platform/db/index.ts'
import { sealSecret } from '../../../../platform/secrets/index.ts'
import type { ImapAccount, WriteImapAccount } from '../../contract/imap.ts'
import { folderNeeded, mailboxNotFound, sameFolder, secretNeeded } from '../errors.ts'
import type { ImapAccountTable } from './tables.ts'
import { wakeMailboxes } from './wakers.ts'

type Row = Selectable<ImapAccountTable>

export async function viewImapAccount(cx: Cx, mailboxId: number): Promise<{ imap: ImapAccount | null }> {
  await mailboxMustExist(cx.db, mailboxId)
  const row = await rowOf(cx.db, mailboxId)
  return { imap: row ? present(row) : null }
}

export async function setOneImapAccount(cx: Cx, mailboxId: number, body: WriteImapAccount): Promise<ImapAccount> {
  return cx.tx(async (tx) => {
    await mailboxMustExist(tx, mailboxId)
    const known = await rowOf(tx, mailboxId, true)
    checkAccount(body, known)
    const { password, clientSecret, refreshToken, ...plain } = body
    const set = {
      ...plain,
      ...(await sealed(tx, { password, clientSecret, refreshToken })),
      version: (known?.version ?? 0) + 1,
      updatedAt: tx.now,
    }
    const row = await tx
      .insertInto('intake.imapAccount')
      .values({ mailboxId, ...noSecrets, ...set })
      .onConflict((conflict) => conflict.column('mailboxId').doUpdateSet(set))
      .returningAll()
      .executeTakeFirstOrThrow()
    tx.afterCommit.push(() => wakeMailboxes(mailboxId))
    return present(row)
  })
}

export async function removeOneImapAccount(cx: Cx, mailboxId: number): Promise<void> {
  await cx.tx(async (tx) => {
    await mailboxMustExist(tx, mailboxId)
    await tx.deleteFrom('intake.imapAccount').where('mailboxId', '=', mailboxId).execute()
    await tx.deleteFrom('intake.door').where('name', '=', `imap:${mailboxId}`).execute()
    tx.afterCommit.push(() => wakeMailboxes(mailboxId))
  })
}

/**
 * Refuses what cannot work, and to send stored secrets anywhere but where they were entered for: whoever may change a host
 * must not learn a password by it.
 */
export function checkAccount(body: WriteImapAccount, known: Row | undefined): void {
  if (body.afterImport === 'move' && !body.moveTo) throw folderNeeded(undefined, { field: 'body.moveTo' })
  if (body.afterImport === 'move' && body.moveTo === body.folder) throw sameFolder(undefined, { field: 'body.moveTo' })
  if (!known) return
  const sameServer = body.host === known.host && body.port === known.port && body.username === known.username
  const weaker = known.security !== 'none' && body.security === 'none'
  if (known.password && body.password === undefined && body.login === 'password' && (!sameServer || weaker))
    throw secretNeeded(undefined, { field: 'body.password' })
  if (body.login !== 'oauth') return
  const sameService = body.tokenUrl === known.tokenUrl && body.clientId === known.clientId
  if (known.clientSecret && body.clientSecret === undefined && !sameService)
    throw secretNeeded(undefined, { field: 'body.clientSecret' })
  if (known.refreshToken && body.refreshToken === undefined && !(sameService && sameServer))
    throw secretNeeded(undefined, { field: 'body.refreshToken' })
}

const noSecrets = { password: null, clientSecret: null, refreshToken: null }
type Secrets = Pick<WriteImapAccount, keyof typeof noSecrets>

async function sealed(
  tx: Tx,
  secrets: { [K in keyof Secrets]: Secrets[K] | undefined },
): Promise<Partial<Pick<Row, keyof Secrets>>> {
  const found: Partial<Pick<Row, keyof Secrets>> = {}
  for (const [name, secret] of Object.entries(secrets) as [keyof Secrets, string | null | undefined][]) {
    if (secret !== undefined) found[name] = secret === null ? null : await sealSecret(tx, secret)
  }
  return found
}

export function rowOf(reader: Reader, mailboxId: number, lock = false): Promise<Row | undefined> {
  const query = reader.selectFrom('intake.imapAccount').selectAll().where('mailboxId', '=', mailboxId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function mailboxMustExist(reader: Reader, id: number): Promise<void> {
  const found = await reader.selectFrom('intake.mailbox').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw mailboxNotFound({ id })
}

function present({ mailboxId, password, clientSecret, refreshToken, updatedAt, ...row }: Row): ImapAccount {
  return {
    ...row,
    hasPassword: password !== null,
    hasClientSecret: clientSecret !== null,
    hasRefreshToken: refreshToken !== null,
  }
}
