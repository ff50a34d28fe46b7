import { problem } from '../errors/index.ts'

export const mailNotFound = problem(
  'mail.not_found',
  404,
  (p: { id: number }) => `There is no mail ${p.id} in the outbox.`,
)

export const mailNotRetriable = problem(
  'mail.not_retriable',
  409,
  (p: { state: string }) => `This mail is ${p.state}; only one that failed, is held or is uncertain can be sent again.`,
)

export const mailGone = problem(
  'mail.gone',
  409,
  (p: { state: string }) => `This mail is ${p.state} and cannot be taken back.`,
)

export const noServer = problem('mail.no_server', 409, 'No server for outgoing mail is set (SMTP_OUT_URL).')

export const senderNotFound = problem(
  'mail.sender_not_found',
  404,
  (p: { id: number }) => `Mail does not go out by a way ${p.id}.`,
)

export const passwordAgain = problem(
  'mail.password_again',
  422,
  'Enter the password again: the one that is kept is for another server or name.',
)
