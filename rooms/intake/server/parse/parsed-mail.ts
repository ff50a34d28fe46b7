import type { CalendarEvent } from '../../contract/calendar.ts'

export interface MailAddress {
  name: string
  address: string
}

export interface MailAttachment {
  /** A safe, non-empty file name: never a path, never a control character. */
  name: string
  /** Lower-case media type without parameters. */
  type: string
  size: number
  /** Content-ID without angle brackets. */
  contentId: string | null
  /** Meant to be seen inside the body: disposition inline, or referred to by `cid:`. */
  inline: boolean
  content: Buffer
}

/** What kind of sender this is. Anything but a person never gets an automatic answer (RFC 3834). */
export interface MailNature {
  /** Auto-replies, out-of-office, notifications of programs. */
  auto: boolean
  /** Newsletters and mass mail. */
  bulk: boolean
  list: boolean
  /** A delivery report or another message of a mail system, null envelope sender included. */
  bounce: boolean
  /** In words, for the person who asks why nothing was answered. */
  reason: string | null
}

/** One recipient of a delivery report (RFC 3464) or a disposition notification (RFC 8098). */
export interface DeliveryReport {
  recipient: string
  action: string
  status: string
  diagnostic: string
}

export interface ParsedMail {
  /** Without angle brackets; null when missing or empty. */
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  from: MailAddress | null
  sender: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  date: Date | null
  /** Text of the body; made from the HTML when the message has only that. */
  text: string
  html: string | null
  attachments: MailAttachment[]
  /** Invitations and the like; their files are among the attachments. */
  events: CalendarEvent[]
  /** By lower-case name, unfolded, in order of appearance, encoded words decoded. */
  headers: Map<string, string[]>
  nature: MailNature
  reports: DeliveryReport[]
  /** Message-ID of the message a delivery report is about. */
  reportedMessageId: string | null
  /** What was wrong with the message, in words. Empty for a clean one. */
  problems: string[]
}
