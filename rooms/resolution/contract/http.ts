import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_, statuses, Ticket } from '../../ticket/contract/http.ts'

const tag = 'resolution'
const ByNumber = Type.Object({ number: Number_ })
const Words = (description: string) => Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S', description })

export const closures = ['confirmed', 'silence', 'by_hand'] as const

export const Resolution = Type.Object({
  id: Id,
  cause: Type.String(),
  action: Type.String(),
  verification: Type.String(),
  resolvedAt: Instant,
  resolvedBy: Type.String(),
  withdrawn: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Nullable(Type.String()) })),
  closure: Nullable(Type.Object({ how: OneOf(closures), at: Instant, by: Type.String() })),
})

export const getResolutions = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/resolution',
  summary: 'How a ticket was solved: the resolution in force, those withdrawn, and when it will close by itself',
  tag,
  params: ByNumber,
  response: Type.Object({
    current: Nullable(Resolution),
    withdrawn: Type.Array(Resolution),
    closesAt: Nullable(Instant),
  }),
})

export const resolveTicketEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/resolution',
  summary: 'Resolve a ticket: what caused it, what was done, how that was verified',
  tag,
  params: ByNumber,
  body: Type.Object({
    cause: Words('What the trouble came from'),
    action: Words('What was done about it'),
    verification: Words('How it was proved to work again'),
    message: Type.Optional(
      Type.String({ maxLength: 20_000, description: 'Words to the requester, put before the rest' }),
    ),
  }),
  response: Ticket,
  status: 201,
  idempotent: true,
})

export const withdrawResolutionEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/resolution',
  summary: 'Reopen a ticket',
  tag,
  params: ByNumber,
  query: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 2000 })) }),
  response: Ticket,
})

export const confirmResolutionEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/confirmation',
  summary: 'Confirm that it works again; the ticket is closed',
  tag,
  params: ByNumber,
  response: Ticket,
})

const ByToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) })

export const ConfirmationPage = Type.Object({
  number: Number_,
  subject: Type.String(),
  status: OneOf(statuses),
  requesterName: Type.String(),
  organisationName: Type.String(),
  action: Type.String(),
  resolvedAt: Instant,
  /** What happened to it already; null while an answer is awaited. */
  answered: Nullable(OneOf(['confirmed', 'reopened'])),
})

export const getConfirmation = endpoint({
  method: 'GET',
  path: '/api/v1/confirmations/:token',
  summary: 'What the link in a mail is about; changes nothing',
  tag,
  params: ByToken,
  response: ConfirmationPage,
})

export const answerConfirmationEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/confirmations/:token',
  summary: 'Confirm or reopen without signing in, by the link in a mail',
  tag,
  params: ByToken,
  body: Type.Object({
    answer: OneOf(['confirm', 'reopen']),
    comment: Type.Optional(Type.String({ maxLength: 20_000 })),
  }),
  response: ConfirmationPage,
})
