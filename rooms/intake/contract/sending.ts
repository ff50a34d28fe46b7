import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable } from '../../../platform/http/schemas.ts'

const tag = 'mailboxes'
const ById = Type.Object({ id: Id })

const fields = {
  fromEmail: Nullable(
    Type.String({ format: 'email', maxLength: 254, description: 'null: from the mailbox’s own address' }),
  ),
  signatures: Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String({ maxLength: 10_000 }), {
    maxProperties: 20,
    description: 'By language; the signature of the mailbox stands for the others',
  }),
  ownSignatures: Type.Boolean({ description: 'A technician’s own signature stands in the place of these' }),
}

export const ChangeMailboxSending = Type.Object(fields)
export const MailboxSending = Type.Object({
  ...fields,
  sender: Nullable(Type.Integer({ description: 'Its own way out (mail-senders); null: that of the desk' })),
  version: Type.Integer(),
})
export type MailboxSending = Static<typeof MailboxSending>

export const getMailboxSending = endpoint({
  method: 'GET',
  path: '/api/v1/mailboxes/:id/sending',
  summary: 'How the mails of a mailbox go out',
  tag,
  params: ById,
  response: MailboxSending,
})

export const changeMailboxSending = endpoint({
  method: 'PUT',
  path: '/api/v1/mailboxes/:id/sending',
  summary: 'Change sender and signatures of a mailbox',
  tag,
  params: ById,
  body: ChangeMailboxSending,
  response: MailboxSending,
})

export const giveMailboxSender = endpoint({
  method: 'PUT',
  path: '/api/v1/mailboxes/:id/sender',
  summary: 'Give a mailbox a way out of its own, with server, pace and pause; one that has it keeps it',
  tag,
  params: ById,
  response: MailboxSending,
})
