import { randomBytes } from 'node:crypto'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { dayIn, mailOnTicket, mailRequester } from '../../conversation/server/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'
import { closingTime } from './closing-time.ts'
import { deskSettings } from './config.ts'
import { closedTemplate, resolvedTemplate } from './mail-templates.ts'
import { hashOf } from './queries.ts'

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
  await mailOnTicket(tx, ticket, {
    to: [{ email: requester.email, name: requester.name }],
    template: resolvedTemplate,
    values: ({ language, timeZone }) => ({
      message: message?.trim() ?? '',
      action: resolution.action,
      'confirmation.url': `${publicUrl()}/r/${token}`,
      closesOn: dayIn(closingTime(tx.now), language, timeZone),
    }),
    automatic: true,
  })
}

/** Mails the requester that nobody objected in time, and what to do when it comes back. */
export async function tellThatItClosed(
  tx: Tx,
  ticket: TicketRecord,
  resolution: { action: string; resolvedAt: Date },
): Promise<void> {
  if (!deskSetting(deskSettings.tellClosed)) return
  await mailRequester(tx, ticket, () => ({
    template: closedTemplate,
    values: ({ language, timeZone }) => ({
      action: resolution.action,
      resolvedOn: dayIn(resolution.resolvedAt, language, timeZone),
    }),
  }))
}
