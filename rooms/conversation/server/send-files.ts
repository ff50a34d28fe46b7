import type { FastifyReply } from 'fastify'
import type { Cx } from '../../../platform/cx.ts'
import { blobStore, filesById } from '../../../platform/files/index.ts'
import { disposition } from '../../../platform/files/send-file.ts'
import { ZIP_MAX_BYTES, ZIP_MAX_FILES, zipOf } from '../../../platform/files/zip.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { messageFor } from './access.ts'
import { noFiles, tooManyFiles } from './errors.ts'

/** The files of one message as a zip archive. */
export async function sendMessageFiles(cx: Cx, number: number, id: number, reply: FastifyReply): Promise<FastifyReply> {
  const { message } = await messageFor(cx.db, cx.actor, number, id)
  return sendAll(cx, reply, `#${number} ${message.authorName}`, await hanging(cx, number, true, id))
}

/** The files of all messages of a ticket; those of notes for technicians only. */
export async function sendTicketFiles(cx: Cx, number: number, reply: FastifyReply): Promise<FastifyReply> {
  const { abilities, subject } = await ticketFor(cx.db, cx.actor, number, 'read')
  return sendAll(cx, reply, `#${number} ${subject}`, await hanging(cx, number, abilities.note.allowed))
}

interface Hanging {
  fileId: number
  sentAt: Date
}

async function hanging(cx: Cx, number: number, notes: boolean, messageId?: number): Promise<Hanging[]> {
  let query = cx.db
    .selectFrom('conversation.attachment as a')
    .innerJoin('conversation.message as m', 'm.id', 'a.messageId')
    .select(['a.fileId', 'm.sentAt'])
    .where('m.ticketNumber', '=', number)
    .orderBy('m.id')
    .orderBy('a.position')
    .limit(ZIP_MAX_FILES + 1)
  if (messageId !== undefined) query = query.where('m.id', '=', messageId)
  if (!notes) query = query.where('m.kind', '=', 'reply')
  return query.execute()
}

async function sendAll(cx: Cx, reply: FastifyReply, name: string, all: readonly Hanging[]): Promise<FastifyReply> {
  const sent = new Map(all.map(({ fileId, sentAt }) => [fileId, sentAt]))
  const files = [...(await filesById(cx.db, [...sent.keys()])).values()].sort((a, b) => a.id - b.id)
  if (files.length === 0) throw noFiles()
  const total = files.reduce((sum, file) => sum + file.size, 0)
  if (files.length > ZIP_MAX_FILES || total > ZIP_MAX_BYTES) throw tooManyFiles()
  const entries = files.map(({ id, name: fileName, size, sha256 }) => ({
    name: fileName,
    size,
    at: sent.get(id) ?? cx.now,
    open: () => blobStore().get(sha256),
  }))
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', disposition('attachment', `${name.slice(0, 80)}.zip`))
    .header('cache-control', 'no-store')
    .send(zipOf(entries))
}
