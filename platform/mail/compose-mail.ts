import type { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Db } from '../db/index.ts'
import { blobStore, filesById } from '../files/index.ts'
import { deskAddress } from './config.ts'
import type { Copy } from './copies.ts'
import type { MailAddress, OutboxRow } from './outbox-row.ts'
import { stopFooter, stopHeaders } from './stop-mail.ts'

export interface ComposedMail {
  envelope: { from: string; to: string[] }
  /** Opens the message; files are read from disk as they are sent. */
  open: () => Readable
}

/** RFC 3834, and what Exchange wants to hear; its `All` would keep bounces away as well. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' }

/** RFC 5322 form of a mail in the outbox, as the recipients of one of its copies get it. */
export async function composeMail(db: Db, row: OutboxRow, copy: Copy): Promise<ComposedMail> {
  const from = row.fromEmail ?? deskAddress()
  const files = await filesById(
    db,
    row.attachments.map((file) => file.fileId),
  )
  const body = stopFooter(row, copy)
  const composer = new MailComposer({
    messageId: `<${row.messageId}>`,
    date: row.queuedAt,
    from: { address: from, name: row.fromName ?? '' },
    to: row.recipients.to.map(addressOf),
    cc: row.recipients.cc.map(addressOf),
    subject: row.subject,
    text: body.text,
    ...(body.html === null ? {} : { html: inlineFiles(body.html, row) }),
    ...(row.inReplyTo === null ? {} : { inReplyTo: `<${row.inReplyTo}>` }),
    references: shorten(row.mailReferences).map((id) => `<${id}>`),
    headers: {
      ...(row.automatic ? AUTOMATIC : {}),
      ...row.headers,
      ...stopHeaders(copy),
      'X-Deskhand': 'outbox',
    },
    attachments: row.attachments.flatMap((attachment) => {
      const file = files.get(attachment.fileId)
      if (!file) return []
      return {
        filename: file.name,
        contentType: file.type,
        content: blobStore().get(file.sha256),
        ...(attachment.contentId || attachment.inline
          ? { cid: contentIdOf(attachment), contentDisposition: 'inline' as const }
          : {}),
      }
    }),
    // Nothing is fetched from disk or network because a mail names it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    envelope: { from, to: copy.to },
    open: () => composer.compile().createReadStream(),
  }
}

function addressOf(address: MailAddress): { address: string; name: string } {
  return { address: address.email, name: address.name ?? '' }
}

/** Header fields have a limit; the first message and the last ones are what threads need (RFC 5322, 3.6.4). */
function shorten(references: readonly string[]): readonly string[] {
  return references.length <= 20 ? references : [...references.slice(0, 1), ...references.slice(-19)]
}

function contentIdOf(attachment: { fileId: number; contentId?: string }): string {
  return attachment.contentId ?? `file-${attachment.fileId}@deskhand`
}

/** Images that the thread shows from the desk travel with the mail. */
function inlineFiles(html: string, row: OutboxRow): string {
  const byFile = new Map(row.attachments.map((file) => [String(file.fileId), contentIdOf(file)]))
  return html.replace(/src="\/api\/v1\/files\/(\d+)[^"]*"/g, (all, id: string) => {
    const contentId = byFile.get(id)
    return contentId ? `src="cid:${contentId}"` : all
  })
}
