import type { Cx } from '../../../../platform/cx.ts'
import { sealSecret } from '../../../../platform/secrets/index.ts'
import type { Account } from './account.ts'
import { askToken, type Token } from './ask-token.ts'
import { type Login, passwordOf } from './connect.ts'

/** Tokens of this process, by mailbox and version of its settings. */
const tokens = new Map<string, Token>()

const keyOf = (account: Account) => `${account.mailboxId}:${account.version}`

/** The password, or an access token that is still good for a while. */
export async function loginOf(cx: Cx, account: Account): Promise<Login> {
  if (account.login === 'password') return passwordOf(account)
  const kept = tokens.get(keyOf(account))
  if (kept && kept.usableUntil > Date.now()) return { accessToken: kept.accessToken }
  const token = await askToken(account)
  tokens.set(keyOf(account), token)
  if (token.refreshToken && token.refreshToken !== account.refreshToken)
    await keepRefreshToken(cx, account, token.refreshToken)
  return { accessToken: token.accessToken }
}

/** A server may end a token early; the next attempt asks for a new one. */
export function forgetToken(account: Account): void {
  tokens.delete(keyOf(account))
}

/** The version stays: it is still the same consent, and nobody changed the settings. */
async function keepRefreshToken(cx: Cx, account: Account, refreshToken: string): Promise<void> {
  await cx.tx(async (tx) => {
    await tx
      .updateTable('intake.imapAccount')
      .set({ refreshToken: await sealSecret(tx, refreshToken) })
      .where('mailboxId', '=', account.mailboxId)
      .where('version', '=', account.version)
      .execute()
  })
}
