import './tables.ts'
import { makeCx, systemActor } from '../cx.ts'
import { on } from '../http/on.ts'
import type { Room } from '../room.ts'
import { settings } from './config.ts'
import { discardMail, listOutbox, retryMail } from './contract.ts'
import { mailFailed, mailSent, mailUncertain } from './facts.ts'
import { discardMailNow, retryMailNow, viewOutbox } from './manage-outbox.ts'
import { sendMail } from './send-mail.ts'
import { sweepOutbox, sweepOutboxEveryMinute } from './sweep-outbox.ts'

export { canSend, deskAddress } from './config.ts'
export { mailFailed, mailSent, mailUncertain } from './facts.ts'
export { noteBounce } from './note-bounce.ts'
export { type MailFate, outboxStates } from './queries.ts'
export { type NewMail, queueMail } from './queue-mail.ts'
export { withdrawMail } from './withdraw-mail.ts'

/** What the outbox brings to the program; the platform has no rooms, but this is wired like one. */
export const outbox: Room = {
  name: 'platform/mail',
  routes: [
    on(listOutbox, { access: 'platform.manageMail' }, (cx, { query }) => viewOutbox(cx, query)),
    on(retryMail, { access: 'platform.manageMail' }, (cx, { params }) => retryMailNow(cx, params.id)),
    on(discardMail, { access: 'platform.manageMail' }, (cx, { params }) => discardMailNow(cx, params.id)),
  ],
  facts: [mailSent, mailFailed, mailUncertain],
  jobs: [sendMail],
  crons: [sweepOutboxEveryMinute],
  settings,
  permissions: [
    { name: 'platform.manageMail', doc: 'See the outbox, send again and discard mails.', roles: ['administrator'] },
  ],
  start: async (ground) => {
    await sweepOutbox(makeCx(ground, systemActor))
    return { stop: async () => {} }
  },
}
