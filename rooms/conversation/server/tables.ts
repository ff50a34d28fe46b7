import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Status } from '../../ticket/contract/shapes.ts'
import type { MessageKind } from '../contract/shapes.ts'

interface MessageTable {
  id: Generated<number>
  ticketNumber: number
  kind: MessageKind
  direction: 'in' | 'out'
  authorId: number | null
  authorName: string
  subject: string | null
  text: string
  html: string | null
  quotedText: string | null
  quotedHtml: string | null
  automatic: Generated<boolean>
  sentAt: Date
  createdAt: Date
  itemId: number | null
  outboxId: ColumnType<number | null, number | null | undefined, number | null>
}

interface AttachmentTable {
  messageId: number
  fileId: number
  contentId: string | null
  inline: Generated<boolean>
  position: number
}

interface RequesterWaitTable {
  ticketNumber: number
  since: Date
  step: Generated<number>
  nextAt: Date | null
}

interface EstimateNoticeTable {
  ticketNumber: number
  toldEstimate: Date | null
  toldAssigneeId: number | null
  nextAt: Date | null
}

interface MailStoppedTable {
  ticketNumber: number
  personId: number
  stoppedAt: Date
}

interface MailReferenceTable {
  id: Generated<number>
  mailMessageId: string
  ticketNumber: number
  named: Generated<boolean>
}

interface DraftTable {
  personId: number
  ticketNumber: number
  kind: MessageKind
  html: string
  cc: JSONColumnType<{ email: string; name?: string }[]>
  bcc: ColumnType<{ email: string; name?: string }[], string | undefined, string>
  fileIds: Generated<number[]>
  updatedAt: Date
}

interface PictureSenderTable {
  viewerId: number
  senderId: number
  allowedAt: Date
}

interface CannedReplyTable {
  id: Generated<number>
  title: string
  html: string
  teamId: number | null
  language: string | null
  createdAt: ColumnType<Date, Date, never>
  updatedAt: Date
  version: Generated<number>
}

interface ScheduledReplyTable {
  id: Generated<number>
  ticketNumber: number
  authorId: number
  html: string
  cc: JSONColumnType<{ email: string; name?: string }[]>
  bcc: JSONColumnType<{ email: string; name?: string }[]>
  fileIds: number[]
  sendAt: Date
  holdIfAnswered: boolean
  state: Generated<'waiting' | 'held' | 'refused'>
  reason: ColumnType<string | null, string | null | undefined, string | null>
  createdAt: Date
  version: Generated<number>
}

interface OwnSignatureTable {
  personId: number
  text: string
  updatedAt: Date
}

interface UndeliveredTable {
  outboxId: number
  ticketNumber: number
  since: Date
}

interface SideConversationTable {
  id: Generated<number>
  ticketNumber: number
  subject: string
  participants: JSONColumnType<{ email: string; name?: string }[]>
  state: 'open' | 'closed'
  startedAt: Date
  startedBy: number | null
  startedByName: string
  changedAt: Date
}

interface SideMessageTable {
  id: Generated<number>
  sideId: number
  direction: 'in' | 'out'
  authorId: number | null
  authorName: string
  authorEmail: string | null
  text: string
  html: string | null
  quotedText: string | null
  quotedHtml: string | null
  automatic: Generated<boolean>
  sentAt: Date
  createdAt: Date
  itemId: number | null
  outboxId: ColumnType<number | null, number | null | undefined, number | null>
  statusBefore: ColumnType<Status | null, never, Status>
}

interface SideAttachmentTable {
  sideMessageId: number
  fileId: number
  contentId: string | null
  inline: Generated<boolean>
  position: number
}

interface SideReferenceTable {
  id: Generated<number>
  mailMessageId: string
  sideId: number
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'conversation.message': MessageTable
    'conversation.attachment': AttachmentTable
    'conversation.mailReference': MailReferenceTable
    'conversation.mailStopped': MailStoppedTable
    'conversation.requesterWait': RequesterWaitTable
    'conversation.estimateNotice': EstimateNoticeTable
    'conversation.draft': DraftTable
    'conversation.scheduledReply': ScheduledReplyTable
    'conversation.ownSignature': OwnSignatureTable
    'conversation.undelivered': UndeliveredTable
    'conversation.sideConversation': SideConversationTable
    'conversation.sideMessage': SideMessageTable
    'conversation.sideAttachment': SideAttachmentTable
    'conversation.sideReference': SideReferenceTable
    'conversation.cannedReply': CannedReplyTable
    'conversation.pictureSender': PictureSenderTable
  }
}
