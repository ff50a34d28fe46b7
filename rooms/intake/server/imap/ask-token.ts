import type { Account } from './account.ts'
import { DoorProblem } from './explain-trouble.ts'

/** Before a token ends by its own word, another is asked for. */
const EARLY_MS = 60_000
const PATIENCE_MS = 20_000
const LARGEST_ANSWER = 100_000

export interface Token {
  accessToken: string
  usableUntil: number
  /** Some services give a new one with every token (Microsoft); the old one may then end. */
  refreshToken: string | null
}

type Asking = Pick<Account, 'tokenUrl' | 'clientId' | 'clientSecret' | 'refreshToken' | 'scope'>

/**
 * An access token by OAuth 2.0: with the refresh token of a person's consent (RFC 6749, 6), or without one in the
 * program's own name (4.4, Microsoft 365 with an application permission).
 */
export async function askToken(account: Asking): Promise<Token> {
  const { tokenUrl, clientId, clientSecret, refreshToken, scope } = account
  if (!tokenUrl || !clientId || !(refreshToken || clientSecret)) {
    throw new DoorProblem('no_secret', 'Token address, client and either refresh token or client secret are needed.')
  }
  const form = new URLSearchParams({
    grant_type: refreshToken ? 'refresh_token' : 'client_credentials',
    client_id: clientId,
    ...(clientSecret ? { client_secret: clientSecret } : {}),
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    ...(scope ? { scope } : {}),
  })
  const { status, body } = await post(tokenUrl, form)
  const answer = parse(body)
  if (status !== 200 || typeof answer.access_token !== 'string') {
    const said = [answer.error, answer.error_description].filter((one) => typeof one === 'string').join(': ')
    throw new DoorProblem('token', said || `${new URL(tokenUrl).host} answered ${status}`)
  }
  const seconds = Number(answer.expires_in) || 300
  return {
    accessToken: answer.access_token,
    usableUntil: Date.now() + Math.max(0, seconds * 1000 - EARLY_MS),
    refreshToken: typeof answer.refresh_token === 'string' ? answer.refresh_token : null,
  }
}

async function post(url: string, form: URLSearchParams): Promise<{ status: number; body: string }> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      // A secret is sent to the address that was set, and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: answer.status, body: (await answer.text()).slice(0, LARGEST_ANSWER) }
  } catch (error) {
    const why = (error as { cause?: { message?: string } }).cause?.message ?? String(error)
    throw new DoorProblem('token', `${new URL(url).host} cannot be reached: ${why}`, error)
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return {}
  }
}
