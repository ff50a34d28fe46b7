import { Type } from 'typebox'
import { fact } from '../facts/contract.ts'
import { Nullable } from '../http/schemas.ts'

const about = Nullable(Type.String())

export const mailSent = fact('mail.sent', 'mail', Type.Object({ about }))
export const mailFailed = fact('mail.failed', 'mail', Type.Object({ about, error: Type.String() }))
/** The connection broke while the mail was handed over: it may have arrived, so it is not sent again by itself. */
export const mailUncertain = fact('mail.uncertain', 'mail', Type.Object({ about, error: Type.String() }))
