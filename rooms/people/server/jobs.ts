import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { OneOf } from '../../../platform/http/schemas.ts'
import { cron, job } from '../../../platform/jobs/index.ts'
import { dayMs } from './config.ts'
import { noteFailure } from './note-failed-sign-in.ts'
import { sendToken } from './send-mailed-token.ts'

export const sendMailedToken = job(
  'send a link to sign in or set a password',
  Type.Object({ email: Type.String(), purpose: OneOf(['sign-in', 'password-reset']) }),
  sendToken,
)

export const noteFailedSignIn = job(
  'note a failed sign-in',
  Type.Object({ email: Type.String(), ipAddress: Type.String() }),
  noteFailure,
)

export const sweepSignIn = cron('sweep what is left of past sign-ins', '17 3 * * *', async (cx) => sweep(cx))

async function sweep(cx: Cx): Promise<void> {
  const dayAgo = new Date(cx.now.getTime() - dayMs)
  await cx.db.deleteFrom('people.session').where('expiresAt', '<', cx.now).execute()
  await cx.db.deleteFrom('people.mailedToken').where('expiresAt', '<', cx.now).execute()
  await cx.db.deleteFrom('people.signInFailure').where('lastAt', '<', dayAgo).execute()
}
