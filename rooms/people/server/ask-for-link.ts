import type { Cx } from '../../../platform/cx.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { sendMailedToken } from './jobs.ts'
import type { Purpose } from './send-mailed-token.ts'
import { mailCounter, reserveAttempt } from './throttle-sign-in.ts'

/**
 * Always does the same, whoever asks: adds a job. Whether the address is known is found out there, where the asker can
 * measure nothing. Too many requests for one address are dropped in silence, for a refusal would tell the next one.
 */
export async function askForLink(cx: Cx, email: string, purpose: Purpose): Promise<void> {
  try {
    await reserveAttempt(cx, [mailCounter(email)])
  } catch (error) {
    if (error instanceof Problem && error.status === 429) return
    throw error
  }
  await cx.tx((tx) => addJob(tx, sendMailedToken, { email: email.trim(), purpose }))
}
