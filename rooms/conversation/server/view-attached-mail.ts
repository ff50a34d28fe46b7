import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { blobStore } from '../../../platform/files/index.ts'
import { previewKind, shownType } from '../../../platform/files/preview-contract.ts'
import { disposition } from '../../../platform/files/send-file.ts'
import { sanitiseHtml, textToHtml } from '../../../platform/html/index.ts'
import { type ParsedMail, parseMail } from '../../intake/server/index.ts'
import type { AttachedMail } from '../contract/origin.ts'
import { messageFor } from './access.ts'
import { attachmentNotFound, notAMail } from './errors.ts'
import { attachmentsOf } from './queries.ts'

/** A mail is parsed in memory; larger ones can be saved and opened elsewhere. */
const MAX_BYTES = 30 * 1024 * 1024
const MAX_TEXT_CHARS = 200_000

interface Place {
  number: number
  id: number
  file: number
}

/** An attached e-mail as one that can be read: who, to whom, when, the words, its own files. */
export async function viewAttachedMail(cx: Cx, place: Place): Promise<Static<typeof AttachedMail>> {
  const mail = await read(cx, place)
  const base = `/api/v1/tickets/${place.number}/messages/${place.id}/attachments/${place.file}/mail/parts`
  const card = ({ name, address }: { name: string; address: string }) => ({ name, email: address })
  const byCid = (contentId: string) => {
    const part = mail.attachments.findIndex((one) => one.contentId === contentId)
    return part < 0 ? null : `${base}/${part}?show=true`
  }
  const tooLong = (mail.html?.length ?? 0) > MAX_TEXT_CHARS
  const html = mail.html && !tooLong ? sanitiseHtml(mail.html, { fileUrl: byCid }) : null
  return {
    from: mail.from && card(mail.from),
    to: mail.to.slice(0, 200).map(card),
    cc: mail.cc.slice(0, 200).map(card),
    subject: mail.subject,
    date: mail.date?.toISOString() ?? null,
    text: mail.text.slice(0, MAX_TEXT_CHARS),
    html: html ?? textToHtml(mail.text.slice(0, MAX_TEXT_CHARS)),
    files: mail.attachments.flatMap(({ name, type, size, inline, contentId }, part) =>
      inline && contentId && html?.includes(`${base}/${part}?`)
        ? []
        : [{ id: part, name, type, size, url: `${base}/${part}` }],
    ),
    cut: tooLong || mail.text.length > MAX_TEXT_CHARS,
  }
}

/** One file of an attached e-mail. */
export async function sendMailPart(
  cx: Cx,
  { part, ...place }: Place & { part: number },
  show: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = (await read(cx, place)).attachments[part]
  if (!file) throw attachmentNotFound({ id: part })
  const tag = `"${createHash('sha256').update(file.content).digest('hex')}"`
  const shown = show && previewKind(file) !== 'pdf' ? shownType(file) : undefined
  reply
    .header('content-type', shown ?? 'application/octet-stream')
    .header('content-disposition', disposition(shown ? 'inline' : 'attachment', file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, max-age=3600')
    .header('etag', tag)
  return request.headers['if-none-match'] === tag ? reply.status(304).send() : reply.send(file.content)
}

async function read(cx: Cx, place: Place): Promise<ParsedMail> {
  await messageFor(cx.db, cx.actor, place.number, place.id)
  const file = (await attachmentsOf(cx.db, [place.id])).find((one) => one.id === place.file)
  if (!file) throw attachmentNotFound({ id: place.file })
  if (previewKind(file) !== 'mail' || file.size > MAX_BYTES) throw notAMail()
  const chunks: Buffer[] = []
  for await (const chunk of blobStore().get(file.sha256) as AsyncIterable<Buffer>) chunks.push(chunk)
  return parseMail(Buffer.concat(chunks))
}
