import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailAuthentication } from '../../../../rooms/intake/contract/authentication.ts'
import type { SeedFile } from '../files/index.ts'

/** An e-mail that reaches the desk in the days before today. */
export interface Letter {
  /** Names it, also in its Message-ID. */
  key: string
  hoursAgo: number
  from: string
  to?: string
  cc?: string
  subject: string
  text?: string
  html?: string
  answers?: string
  files?: readonly (SeedFile & { contentId?: string })[]
  /** An invitation, as text/calendar. */
  invitation?: string
  /** Servers it passed, the last one first: name, and seconds before it reached the desk. */
  hops?: readonly (readonly [from: string, by: string, secondsBefore: number])[]
  headers?: Readonly<Record<string, string>>
  /** What was found out about its sender. */
  authentication?: MailAuthentication
}

export const deskAddress = 'it-help@harbour-hospital.example'
export const idOf = (key: string) => `<${key}.letters@harbour-hospital.example>`

/** The letter as its sender's program would have written it; the same bytes each time. */
export function rawLetter(letter: Letter, at: Date): Promise<Buffer> {
  const received = (letter.hops ?? []).map(([from, by, before], index) => ({
    key: 'Received',
    value: `from ${from} by ${by} with ESMTPS id ${letter.key}${index}; ${rfcDate(new Date(at.getTime() - before * 1000))}`,
  }))
  const composer = new MailComposer({
    baseBoundary: letter.key,
    messageId: idOf(letter.key),
    date: new Date(at.getTime() - 60_000),
    from: letter.from,
    to: letter.to ?? deskAddress,
    ...(letter.cc ? { cc: letter.cc } : {}),
    subject: letter.subject,
    ...(letter.text === undefined ? {} : { text: letter.text }),
    ...(letter.html === undefined ? {} : { html: letter.html }),
    ...(letter.answers ? { inReplyTo: idOf(letter.answers), references: [idOf(letter.answers)] } : {}),
    ...(letter.invitation ? { icalEvent: { method: 'REQUEST', content: letter.invitation } } : {}),
    headers: [...received, ...Object.entries(letter.headers ?? {}).map(([key, value]) => ({ key, value }))],
    attachments: (letter.files ?? []).map(({ name, type, content, contentId }) => ({
      filename: name,
      contentType: type,
      content,
      ...(contentId ? { cid: contentId, contentDisposition: 'inline' as const } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const rfcDate = (at: Date) => at.toUTCString().replace('GMT', '+0000')
