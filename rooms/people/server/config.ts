import { Type } from 'typebox'
import { publicUrl } from '../../../platform/config/public-url.ts'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'

export const deskSettings = declareDeskSettings('people', {
  sessionDays: {
    group: 'signIn',
    env: 'SESSION_DAYS',
    schema: Type.Integer({ minimum: 1, maximum: 365 }),
    default: 30,
    unit: 'days',
    words: {
      en: {
        label: 'Stay signed in for',
        help: 'Somebody who did not come back for so long has to sign in again.',
      },
      de: {
        label: 'Angemeldet bleiben für',
        help: 'Wer so lange nicht da war, muss sich neu anmelden.',
      },
    },
  },
})

export const minuteMs = 60_000
export const dayMs = 24 * 60 * minuteMs

export const signInLinkMs = 15 * minuteMs
export const passwordResetMs = 60 * minuteMs
export const invitationMs = 7 * dayMs
/** How exactly “last seen” and “last used” are known: one write in so long. */
export const touchMs = 5 * minuteMs

export function isHttps(): boolean {
  return publicUrl().startsWith('https:')
}
