import { createHash, timingSafeEqual } from 'node:crypto'
import { settingOf } from '../../../platform/config/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { settings } from './config.ts'

/** Wrong attempts of one address in a minute. */
export const WRONG_A_MINUTE = 10

/** Whether a name and password belong together; undefined when nobody can sign in to the listener. */
export type CheckLogin = (name: string, password: string) => boolean

/** Who may sign in to the listener (SMTP_IN_USERS). Throws a Problem when that would send passwords in the clear. */
export function loginsOf(encrypted: boolean): CheckLogin | undefined {
  const listed = settingOf(settings.smtpInUsers)
  const auth = settingOf(settings.smtpInAuth)
  if (auth === 'off') return undefined
  if (!encrypted) throw wrong('SMTP_IN_AUTH', 'Signing in at the mail listener needs a certificate (SMTP_IN_TLS_CERT).')
  const users = new Map(
    (listed ?? '').split(',').flatMap((entry) => {
      const at = entry.indexOf(':')
      return at > 0 ? [[entry.slice(0, at).trim(), digest(entry.slice(at + 1).trim())] as const] : []
    }),
  )
  if (users.size === 0) throw wrong('SMTP_IN_USERS', 'Nobody can sign in at the mail listener: set SMTP_IN_USERS.')
  return (name, password) => {
    const expected = users.get(name)
    // A name that is not known takes as long as one that is.
    const same = timingSafeEqual(expected ?? digest(''), digest(password))
    return expected !== undefined && same
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function wrong(field: string, words: string): Problem {
  return new Problem('intake.listener_login', 500, words, { field })
}
