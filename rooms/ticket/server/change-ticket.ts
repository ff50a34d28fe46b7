import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketChanged } from '../contract/facts.ts'
import type { ChangeTicketBody } from '../contract/http.ts'
import { ticketFor } from './access.ts'
import { stateOf } from './open-ticket.ts'
import { presentTicket } from './present-ticket.ts'
import { affectedIds, type TicketRecord } from './queries.ts'
import { resolvePlainFields } from './resolve-references.ts'
import { changesBetween } from './rules.ts'
import { replaceAffected, updateTicket } from './writes.ts'

/** Changes plain fields; only those given, and nothing at all when nothing differs. */
export async function changeTicket(cx: Cx, number: number, body: ChangeTicketBody, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'update', { lock: true, ifMatch })
    const { affectedPersonIds, ...fields } = await resolvePlainFields(tx, body)
    await applyChanges(tx, ticket, fields, affectedPersonIds)
    return presentTicket(tx, cx.actor, number)
  })
}

type Fields = Omit<Awaited<ReturnType<typeof resolvePlainFields>>, 'affectedPersonIds'>

/** Command: changes plain fields of a ticket that is locked, and tells what differs. */
export async function applyChanges(
  tx: Tx,
  ticket: TicketRecord,
  fields: Fields,
  affectedPersonIds?: readonly number[],
): Promise<void> {
  const before = stateOf(ticket)
  const after = {
    ...fields,
    estimatedAt: fields.estimatedAt === undefined ? undefined : (fields.estimatedAt?.toISOString() ?? null),
  }
  const changes = changesBetween(before, after)
  if (affectedPersonIds) {
    const affected = { affectedPersonIds: await affectedIds(tx, ticket.number) }
    Object.assign(
      changes,
      changesBetween(affected, { affectedPersonIds: [...affectedPersonIds].sort((a, b) => a - b) }),
    )
  }
  if (Object.keys(changes).length === 0) return
  if (changes.affectedPersonIds) await replaceAffected(tx, ticket.number, affectedPersonIds ?? [])
  await updateTicket(tx, ticket.number, fields)
  await tell(tx, ticketChanged, ticket.number, { changes })
}
