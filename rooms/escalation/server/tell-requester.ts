import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { mailOnTicket } from '../../conversation/server/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'
import { isSpam } from '../../triage/server/index.ts'
import { deskSettings } from './config.ts'
import { handedUpTemplate } from './mail-templates.ts'

interface What {
  contactId: number | null
  /** A supplier helps. */
  outside: boolean
  /** It was with specialists already: the requester knows. */
  again: boolean
}

/** Tells the requester in plain words that specialists look at it. Never for one's own ticket, and once for all tiers. */
export async function tellRequester(tx: Tx, ticket: TicketRecord, what: What): Promise<void> {
  if (!deskSetting(deskSettings.tellRequester) || (what.again && !what.outside)) return
  if (ticket.requesterId === tx.actor.id || (await isSpam(tx, ticket.number))) return
  const people = await personCards(tx, [ticket.requesterId, ...(what.contactId === null ? [] : [what.contactId])])
  const requester = people.get(ticket.requesterId)
  if (!requester?.email || !requester.active) return
  const contact = what.contactId === null ? undefined : people.get(what.contactId)
  await mailOnTicket(tx, ticket, {
    to: [{ email: requester.email, name: requester.name }],
    template: handedUpTemplate,
    values: () => ({ 'contact.name': contact?.name ?? '', outside: what.outside ? 'yes' : '' }),
    automatic: true,
  })
}
