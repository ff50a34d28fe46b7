import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { isOurAddress } from '../../intake/server/index.ts'
import { actorOfPerson, findOrAddRequester, noteAddressWorks } from '../../people/server/index.ts'
import type { Sender } from './may-join.ts'

export interface Address {
  email: string
  name: string | null
}

const MOST = 50

/** Whoever an address belongs to; a stranger becomes a requester, who is answered in the language they wrote in. */
export async function senderOf(tx: Tx, address: Address, language: string | null = null): Promise<Sender> {
  const { id, undeliverable } = await findOrAddRequester(tx, { ...named(address), language })
  if (undeliverable) await noteAddressWorks(tx, address.email)
  return tx
    .selectFrom('people.person')
    .select(['id', 'name', 'organisationId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The sender as an actor who answers requesters; undefined for everybody else. */
export async function technicianOf(tx: Tx, person: Sender): Promise<Actor | undefined> {
  const role = await tx
    .selectFrom('people.person as p')
    .innerJoin('people.role as r', 'r.id', 'p.roleId')
    .select(['r.builtIn', 'r.customised'])
    .where('p.id', '=', person.id)
    .executeTakeFirst()
  // Nearly everybody who writes: their rights need not be put together.
  if (role?.builtIn === 'requester' && !role.customised) return undefined
  const actor = await actorOfPerson(tx, person.id)
  return actor && can(actor, 'ticket.reply') ? actor : undefined
}

/** People in To and Cc beside the desk itself, so that what they answer finds the ticket too. */
export async function peopleIn(tx: Tx, addresses: readonly Address[], without: readonly number[]): Promise<number[]> {
  const ids = new Set<number>()
  for (const address of addresses.slice(0, MOST)) {
    if (!/^[^@\s]+@[^@\s]+$/.test(address.email) || (await isOurAddress(tx, address.email))) continue
    ids.add((await findOrAddRequester(tx, named(address))).id)
  }
  for (const id of without) ids.delete(id)
  return [...ids]
}

function named({ email, name }: Address) {
  return name === null ? { email } : { email, name }
}
