import { Type } from 'typebox'
import { declareSettings } from '../../../platform/config/index.ts'
import { publicUrl } from '../../../platform/config/public-url.ts'

export const settings = declareSettings({
  sessionDays: {
    env: 'SESSION_DAYS',
    doc: 'Days after which somebody who did not come back has to sign in again.',
    schema: Type.Integer({ minimum: 1, maximum: 365 }),
    default: 30,
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
