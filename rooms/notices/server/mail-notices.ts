import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { escapeHtml } from '../../../platform/html/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { writeMail } from '../../../platform/templates/index.ts'
import { deskSettings, localeOf, personCards } from '../../people/server/index.ts'
import type { NoticeKind } from '../contract/shapes.ts'
import { noticeTemplate } from './mail-template.ts'
import { wordsFor } from './words.ts'

export interface MailEntry {
  id: number
  kind: NoticeKind
  actorName: string
  data: Record<string, unknown>
}

interface OfTicket {
  ticketNumber: number
  entries: readonly MailEntry[]
}

/** Mails somebody what happened on one ticket, or on all of a day, and remembers that it was mailed. */
export async function mailNotices(
  tx: Tx,
  personId: number,
  tickets: readonly OfTicket[],
  as: 'each' | 'digest',
): Promise<void> {
  const person = (await personCards(tx, [personId])).get(personId)
  const entries = tickets.flatMap((ticket) => ticket.entries)
  if (!person?.email || !person.active || entries.length === 0) return
  const { language } = await localeOf(tx, personId)
  const subjects = await subjectsOf(tx, tickets)
  const blocks = tickets.map(({ ticketNumber, entries: said }) => ({
    title: `#${ticketNumber} ${subjects.get(ticketNumber) ?? ''}`.trim(),
    url: `${publicUrl()}/desk/tickets/${ticketNumber}`,
    lines: said.map((entry) => wordsFor(language, entry)),
  }))
  const happened = {
    html: blocks
      .map(
        ({ title, url, lines }) =>
          `<p><a href="${escapeHtml(url)}"><b>${escapeHtml(title)}</b></a></p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
      )
      .join(''),
    text: blocks
      .map(({ title, url, lines }) => [title, ...lines.map((line) => `- ${line}`), url].join('\n'))
      .join('\n\n'),
  }
  const { organisationName } = await deskSettings(tx)
  const values = { headline: headline(language, blocks, as), happened, 'settings.url': `${publicUrl()}/desk/profile` }
  const mail = await writeMail(tx, noticeTemplate, values, { language, brand: organisationName })
  const one = tickets.length === 1 ? tickets[0] : undefined
  await queueMail(tx, {
    ...mail,
    to: [{ email: person.email, name: person.name }],
    automatic: true,
    ...(one ? { about: `ticket:${one.ticketNumber}` } : {}),
  })
  await tx
    .updateTable('notices.entry')
    .set({ mailedAt: tx.now })
    .where(
      'id',
      'in',
      entries.map((entry) => entry.id),
    )
    .execute()
}

function headline(
  language: string,
  blocks: readonly { title: string; lines: readonly string[] }[],
  as: 'each' | 'digest',
) {
  const first = blocks[0]
  if (as === 'each' && first) return `${first.title}: ${first.lines.at(-1)?.split(':')[0] ?? ''}`.slice(0, 200)
  const german = language.toLowerCase().startsWith('de')
  return german ? `Ihr Tag: Neues zu ${blocks.length} Tickets` : `Your day: news on ${blocks.length} tickets`
}

async function subjectsOf(tx: Tx, tickets: readonly OfTicket[]): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('ticket.ticket')
    .select(['number', 'subject'])
    .where(
      'number',
      'in',
      tickets.map((ticket) => ticket.ticketNumber),
    )
    .execute()
  return new Map(rows.map((row) => [row.number, row.subject]))
}
