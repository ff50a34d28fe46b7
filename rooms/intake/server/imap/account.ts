import type { Selectable } from 'kysely'
import type { Reader } from '../../../../platform/db/index.ts'
import { openSecret } from '../../../../platform/secrets/index.ts'
import { DoorProblem } from './explain-trouble.ts'
import type { ImapAccountTable } from './tables.ts'

type Row = Selectable<ImapAccountTable>

/** An account with its secrets readable; kept in memory only while it is used. */
export interface Account extends Omit<Row, 'password' | 'clientSecret' | 'refreshToken'> {
  /** The address of the mailbox that it is collected for. */
  address: string
  password: string | null
  clientSecret: string | null
  refreshToken: string | null
}

/** Undefined when it is switched off or gone. Throws a DoorProblem when its secrets cannot be read any more. */
export async function accountOf(reader: Reader, mailboxId: number): Promise<Account | undefined> {
  const row = await reader
    .selectFrom('intake.imapAccount as a')
    .innerJoin('intake.mailbox as m', 'm.id', 'a.mailboxId')
    .selectAll('a')
    .select('m.address')
    .where('a.mailboxId', '=', mailboxId)
    .where('a.active', '=', true)
    .where('m.active', '=', true)
    .executeTakeFirst()
  return row && { ...row, ...(await secretsOf(reader, row)) }
}

export async function secretsOf(reader: Reader, row: Pick<Row, 'password' | 'clientSecret' | 'refreshToken'>) {
  const read = async (sealed: Buffer | null) => sealed && (await openSecret(reader, sealed)).toString()
  try {
    return {
      password: await read(row.password),
      clientSecret: await read(row.clientSecret),
      refreshToken: await read(row.refreshToken),
    }
  } catch (cause) {
    throw new DoorProblem('no_secret', 'What is stored was encrypted with another key (AUTH_SECRET).', cause)
  }
}

/** What the numbers of messages belong to: they mean nothing on another server or in another folder. */
export function sourceOf({ host, username, folder }: Pick<Account, 'host' | 'username' | 'folder'>): string {
  return `${username}@${host.toLowerCase()}/${folder}`
}
