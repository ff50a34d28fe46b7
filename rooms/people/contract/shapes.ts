import { Type } from 'typebox'
import { Id } from '../../../platform/http/schemas.ts'

/** Shapes that several contracts of this room share. */
export const IdParam = Type.Object({ id: Id })
export const Ref = Type.Object({ id: Id, name: Type.String() })

/** Looser than RFC 5322 on purpose: what a mail server accepts is decided by sending to it. */
export const Email = Type.String({ maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })
/** BCP 47. */
export const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })
/** IANA name, as `Europe/Berlin`; whether it exists is checked on the server. */
export const TimeZone = Type.String({ minLength: 1, maxLength: 64 })
/** Length is what makes a password strong; there are no rules of composition (NIST SP 800-63B, 5.1.1.2). */
export const Password = Type.String({ minLength: 10, maxLength: 256 })
export const Token = Type.String({ minLength: 20, maxLength: 200 })
export const Totp = Type.String({ minLength: 6, maxLength: 24, description: 'Six digits, or a backup code' })
/** A word or more: not only blanks. */
export const named = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
