import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Number_ } from '../../ticket/contract/http.ts'

const tag = 'messages'
const ByToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })

export const MailSubscription = Type.Object({
  number: Number_,
  subject: Type.String(),
  organisationName: Type.String(),
  follows: Type.Boolean({ description: 'Whether mails about the ticket go to whom the link was sent' }),
  mayFollow: Type.Boolean({ description: 'Whether it was they who ended them, so that they may have them again' }),
})

export const getMailSubscription = endpoint({
  method: 'GET',
  path: '/api/v1/mail-subscriptions/:token',
  summary: 'What the link below a mail to somebody in copy is about; changes nothing',
  tag,
  params: ByToken,
  response: MailSubscription,
})

export const changeMailSubscription = endpoint({
  method: 'POST',
  path: '/api/v1/mail-subscriptions/:token',
  summary: 'Get no more mail about a ticket, or get it again, without signing in, by the link below a mail',
  tag,
  params: ByToken,
  body: Type.Object({ follows: Type.Boolean() }),
  response: MailSubscription,
})

export const stopMailInOneClick = endpoint({
  method: 'POST',
  path: '/stop/:token',
  summary:
    'What mail programs post for List-Unsubscribe (RFC 8058); a GET of the same address is a page that asks first',
  tag,
  params: ByToken,
})
