import { randomBytes } from 'node:crypto'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { mailOnTicket } from '../../conversation/server/index.ts'
import { localeOf, personCards } from '../../people/server/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'
import { hashOf } from './queries.ts'

interface Words {
  solved: string
  done: string
  ask: string
  silence: string
}

const words: Record<'en' | 'de', Words> = {
  en: {
    solved: 'We believe this is solved.',
    done: 'What was done:',
    ask: 'Does it work again? Please tell us here, without signing in:',
    silence: 'If you say nothing, the ticket closes by itself. If it comes back, just answer this mail.',
  },
  de: {
    solved: 'Wir denken, dass das gelöst ist.',
    done: 'Was wir getan haben:',
    ask: 'Funktioniert es wieder? Bitte sagen Sie es uns hier, ohne Anmeldung:',
    silence:
      'Wenn Sie nichts tun, schließt sich das Ticket von selbst. Kommt der Fehler wieder, antworten Sie einfach auf diese Mail.',
  },
}

/**
 * Mails the requester that their ticket is resolved, with a link to confirm or reopen. The link opens a page; only its
 * buttons act, so that scanners which fetch links from mails change nothing.
 */
export async function tellRequester(
  tx: Tx,
  ticket: TicketRecord,
  resolution: { id: number; action: string },
  message?: string,
): Promise<void> {
  const requester = (await personCards(tx, [ticket.requesterId])).get(ticket.requesterId)
  if (!requester?.email || !requester.active) return
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('resolution.confirmationLink')
    .values({ tokenHash: hashOf(token), resolutionId: resolution.id, createdAt: tx.now })
    .execute()
  const { language } = await localeOf(tx, ticket.requesterId)
  const say = words[language.startsWith('de') ? 'de' : 'en']
  const text = [
    ...(message?.trim() ? [message.trim()] : []),
    say.solved,
    `${say.done}\n${resolution.action}`,
    `${say.ask}\n${publicUrl()}/r/${token}`,
    say.silence,
  ].join('\n\n')
  await mailOnTicket(tx, ticket, { to: [{ email: requester.email, name: requester.name }], text, automatic: true })
}
