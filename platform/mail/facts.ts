import { Type } from 'typebox'
import { fact } from '../facts/contract.ts'
import { Nullable } from '../http/schemas.ts'

const about = Nullable(Type.String())

export const mailSent = fact(
  'mail.sent',
  'mail',
  /** The Message-ID that the server gave it instead of ours. */
  Type.Object({ about, renamedTo: Nullable(Type.String()) }),
)
export const mailFailed = fact('mail.failed', 'mail', Type.Object({ about, error: Type.String() }))
/** The connection broke while the mail was handed over: it may have arrived, so it is not sent again by itself. */
export const mailUncertain = fact('mail.uncertain', 'mail', Type.Object({ about, error: Type.String() }))

/** Subject 0: the whole desk; else a sender. */
export const mailPaused = fact('mail.paused', 'mail_sender', Type.Object({ why: Nullable(Type.String()) }))
export const mailResumed = fact('mail.resumed', 'mail_sender', Type.Object({}))
export const mailSenderChanged = fact(
  'mail.sender_changed',
  'mail_sender',
  Type.Object({ changed: Type.Array(Type.String()) }),
)
