import './tables.ts'
import { can } from '../access/actor.ts'
import { makeCx, systemActor } from '../cx.ts'
import type { Room } from '../room.ts'
import { settings } from './config.ts'
import { mailFailed, mailPaused, mailResumed, mailSenderChanged, mailSent, mailUncertain } from './facts.ts'
import { catchUp } from './pause-sending.ts'
import { routes } from './routes.ts'
import { sendMail } from './send-mail.ts'
import { servedSenders } from './server-of.ts'
import { sweepOutbox, sweepOutboxEveryMinute } from './sweep-outbox.ts'

export { deskAddress } from './config.ts'
export { mailFailed, mailSent, mailUncertain } from './facts.ts'
export { addSender, changeSender, viewSender } from './keep-sender.ts'
export { retryMail } from './manage-outbox.ts'
export { bounceWords, noteBounce } from './note-bounce.ts'
export { openSentMail } from './open-sent-mail.ts'
export { type MailFate, outboxStates } from './queries.ts'
export { type NewMail, newMessageId, type QueuedMail, queueMail } from './queue-mail.ts'
export { canSend } from './server-of.ts'
export { withdrawMail } from './withdraw-mail.ts'

const forManagers = async () => (actor: Parameters<typeof can>[0]) => can(actor, 'platform.manageMail')

/** What the outbox brings to the program; the platform has no rooms, but this is wired like one. */
export const outbox: Room = {
  name: 'platform/mail',
  routes,
  facts: [mailSent, mailFailed, mailUncertain, mailPaused, mailResumed, mailSenderChanged],
  jobs: [sendMail, catchUp],
  crons: [sweepOutboxEveryMinute],
  memories: [servedSenders],
  settings,
  permissions: [
    {
      name: 'platform.manageMail',
      doc: 'See the outbox, send again and discard mails, pause sending and set mail servers.',
      roles: ['administrator'],
    },
  ],
  liveGuards: { mail: forManagers, mail_sender: forManagers },
  start: async (ground) => {
    await sweepOutbox(makeCx(ground, systemActor))
    return { stop: async () => {} }
  },
}
