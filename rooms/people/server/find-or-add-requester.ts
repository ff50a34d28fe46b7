import { Value } from 'typebox/value'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { personAdded } from '../contract/facts.ts'
import { Email } from '../contract/shapes.ts'
import { badAddress } from './errors.ts'
import { domainOf, nameFromEmail } from './rules.ts'
import { builtInRoleId, insertAddress, insertPerson } from './writes.ts'

export interface Requester {
  id: number
  name: string
  organisationId: number | null
  active: boolean
  added: boolean
  /** Mail to the address came back. */
  undeliverable: boolean
}

/**
 * The person an address belongs to; a stranger becomes a requester without a password, in the organisation of their mail
 * domain, whom the desk writes to in `language`. Two transactions that meet the same stranger at once agree on one person: the second waits on the unique
 * address and takes what the first made. Throws `person.bad_address` for what is no address.
 */
export async function findOrAddRequester(
  tx: Tx,
  input: { email: string; name?: string | undefined; language?: string | null },
): Promise<Requester> {
  const email = input.email.trim()
  if (!Value.Check(Email, email)) throw badAddress({ email })
  const found = await findByAddress(tx, email)
  if (found) return { ...found, added: false }
  const organisationId = await organisationOfDomain(tx, domainOf(email))
  const name = (plainText(input.name ?? '') || nameFromEmail(email)).slice(0, 200)
  const roleId = await builtInRoleId(tx, 'requester')
  const id = await insertPerson(tx, { name, organisationId, roleId, language: input.language ?? null })
  const isMine = await insertAddress(tx, { personId: id, email, isPrimary: true, verified: false })
  if (!isMine) {
    await tx.deleteFrom('people.person').where('id', '=', id).execute()
    const first = await findByAddress(tx, email)
    if (!first) throw new Error('An address is taken and belongs to nobody')
    return { ...first, added: false }
  }
  await tell(tx, personAdded, id, { name, email, organisationId, roleId })
  return { id, name, organisationId, active: true, added: true, undeliverable: false }
}

/** A name as mail headers give it may hold line breaks and control characters. */
function plainText(name: string): string {
  return name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

async function findByAddress(tx: Tx, email: string) {
  return tx
    .selectFrom('people.personAddress as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['p.id', 'p.name', 'p.organisationId', 'p.active'])
    .select((eb) => eb('a.bouncedAt', 'is not', null).as('undeliverable'))
    .where('a.email', '=', email)
    .executeTakeFirst() as Promise<Omit<Requester, 'added'> | undefined>
}

async function organisationOfDomain(tx: Tx, domain: string): Promise<number | null> {
  const row = await tx
    .selectFrom('people.organisationDomain')
    .select('organisationId')
    .where('domain', '=', domain)
    .executeTakeFirst()
  return row?.organisationId ?? null
}
