import type { Reader } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { type TicketRecord, watcherIds } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { domainsOf, isPrivate, sharesTickets } from './queries.ts'

export interface Sender {
  id: number
  name: string
  organisationId: number | null
}

/** Addresses at these say nothing about whom their owners work with. */
const PUBLIC_PROVIDERS =
  /^(?:(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|mail|proton|protonmail|pm|fastmail|zoho|yandex|ya|t-online|freenet|posteo|mailbox|qq|163|126|sina|foxmail|naver|daum|hanmail|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|wp|o2|onet|interia|seznam|rediffmail|comcast|verizon|att|btinternet|bluewin|hey|tutanota|tuta)\.[a-z]{2,3}(?:\.[a-z]{2})?)$/i

/**
 * Who may add to a ticket by mail: its requester, reporter, assignee and watchers; by the desk's setting also colleagues,
 * when they hold a mail of it. A number alone, which anybody can guess, opens it only to colleagues whose organisation
 * shares its tickets; and no colleague gets into the tickets of a private team.
 */
export async function mayJoin(
  reader: Reader,
  ticket: TicketRecord,
  person: Sender,
  email: string,
  proved: boolean,
): Promise<boolean> {
  if ([ticket.requesterId, ticket.reporterId, ticket.assigneeId].includes(person.id)) return true
  if ((await watcherIds(reader, ticket.number)).includes(person.id)) return true
  const rule = deskSetting(deskSettings.joinByMail)
  if (rule === 'participants' || (await isPrivate(reader, ticket.teamId))) return false
  if (ticket.organisationId !== null && ticket.organisationId === person.organisationId)
    return proved || (await sharesTickets(reader, ticket.organisationId))
  if (rule !== 'domain' || !proved) return false
  const domain = email.split('@').pop()?.toLowerCase() ?? ''
  return !PUBLIC_PROVIDERS.test(domain) && (await domainsOf(reader, ticket.requesterId)).includes(domain)
}
