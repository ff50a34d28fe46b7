import { problem } from '../../../platform/errors/index.ts'

export const itemNotFound = problem('intake.not_found', 404, (p: { id: number }) => `There is no inbound mail ${p.id}.`)

export const itemNotRetriable = problem(
  'intake.not_retriable',
  409,
  (p: { state: string }) => `This mail is ${p.state} and needs no further attempt.`,
)

export const mailTooLarge = problem('intake.too_large', 413, 'This message is larger than the desk takes.')

export const notAMessage = problem(
  'intake.not_a_message',
  415,
  'Send the raw message as the body, with Content-Type: message/rfc822.',
)

export const emptyMessage = problem('intake.empty', 422, 'The message is empty.')

export const mailboxNotFound = problem(
  'intake.mailbox_not_found',
  404,
  (p: { id: number }) => `There is no mailbox ${p.id}.`,
)

export const addressTaken = problem(
  'intake.address_taken',
  409,
  (p: { address: string }) => `${p.address} is a mailbox of the desk already.`,
)

export const badReference = problem(
  'intake.unknown_reference',
  422,
  (p: { what: string }) => `There is no such ${p.what}.`,
)

export const secretNeeded = problem(
  'intake.secret_needed',
  422,
  'Enter it again: what is stored is only sent to the server and user it was entered for.',
)

export const folderNeeded = problem('intake.folder_needed', 422, 'Name the folder that imported messages are moved to.')

export const sameFolder = problem(
  'intake.same_folder',
  422,
  'This is the folder that is read; messages moved into it would come again.',
)

export const nothingSelected = problem(
  'intake.nothing_selected',
  422,
  'Name the messages by their ids, or say which ones with matching.',
)
