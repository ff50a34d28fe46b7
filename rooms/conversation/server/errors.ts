import { problem } from '../../../platform/errors/index.ts'

export const emptyMessage = problem('conversation.empty_message', 422, 'Write something, or attach a file.')
export const messageNotFound = problem<{ id: number }>(
  'conversation.message_not_found',
  404,
  (p) => `There is no message ${p.id} on this ticket that you may see.`,
)
export const sideConversationNotFound = problem<{ id: number }>(
  'conversation.side_not_found',
  404,
  (p) => `There is no side conversation ${p.id} on this ticket.`,
)
export const tooManySideConversations = problem<{ most: number }>(
  'conversation.too_many_sides',
  409,
  (p) => `A ticket has at most ${p.most} side conversations; write on in one of them.`,
)
export const stopLinkNotFound = problem(
  'conversation.stop_link_not_found',
  404,
  'This link is not one of ours, or its ticket is gone.',
)
export const notOneClick = problem(
  'conversation.not_one_click',
  400,
  'To end the mails, post List-Unsubscribe=One-Click, or open the address in a browser.',
)
export const noFiles = problem('conversation.no_files', 404, 'There are no files.')
export const tooManyFiles = problem(
  'conversation.too_many_files',
  413,
  'These files are too many or too large for one archive; download them one by one.',
)
export const answeredMeanwhile = problem<{ name: string; messageId: number }>(
  'conversation.answered_meanwhile',
  409,
  (p) => `${p.name} has replied meanwhile (message ${p.messageId}). Read it, then send yours again.`,
)
export const noteNotSplit = problem(
  'conversation.note_not_split',
  422,
  'A note is the desk’s own and no ticket of a requester; open one and write what they may read.',
)
export const notMailed = problem('conversation.not_mailed', 409, 'This message was not sent by e-mail.')
export const noSuchPicture = problem(
  'conversation.no_such_picture',
  404,
  'The picture cannot be had: its server did not give it, or the message does not name it.',
)
export const notAMail = problem('conversation.not_a_mail', 422, 'This file is not an e-mail that can be read.')
export const attachmentNotFound = problem<{ id: number }>(
  'conversation.attachment_not_found',
  404,
  (p) => `There is no file ${p.id} on this message that you may see.`,
)
export const notAPerson = problem('conversation.not_a_person', 403, 'Only persons have a signature.')
export const scheduledNotFound = problem<{ id: number }>(
  'conversation.scheduled_not_found',
  404,
  (p) => `There is no planned reply ${p.id} on this ticket; it was sent or taken back.`,
)
export const notYourReply = problem(
  'conversation.not_your_reply',
  403,
  'Only its author may do that with a planned reply.',
)
export const timeOutOfRange = problem(
  'conversation.time_out_of_range',
  422,
  'Choose a time in the future, at most a year ahead.',
)
export const noSource = problem('conversation.no_source', 404, 'This message did not come by e-mail.')
export const tooLateToUndo = problem(
  'conversation.too_late_to_undo',
  409,
  'This message is on its way already and cannot be taken back.',
)
export const notYours = problem('conversation.not_yours', 403, 'Only its author can take a message back.')
export const cannedReplyNotFound = problem('conversation.canned_reply_not_found', 404, 'There is no such canned reply.')
export const unknownVariable = problem<{ names: string }>(
  'conversation.unknown_variable',
  422,
  (p) => `These variables do not exist: ${p.names}.`,
)
export const titleTaken = problem('conversation.title_taken', 409, 'There is a canned reply with this title already.')
