import { can } from '../../../platform/access/actor.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { findCategory, findService, matrix } from '../../catalog/server/index.ts'
import { actorsOfPersons, findOrAddRequester, findPersonByEmail } from '../../people/server/index.ts'
import type { ChangeTicketBody } from '../contract/http.ts'
import { noSuchLevel, notOfTheDesk, unknownReference } from './errors.ts'
import { activePerson, findTeam, type TeamRecord } from './queries.ts'
import { tagsOnce } from './rules.ts'

type Ref = number | string | null | undefined

/** Turns the references of a request body (ids or names) into ids; throws 422 that names the field. */
export async function resolvePlainFields(tx: Tx, body: ChangeTicketBody) {
  await assertLevels(tx, body)
  const { service, category, affectedPersons, estimatedAt, tags, ...plain } = body
  return {
    ...plain,
    ...given('subject', plain.subject && oneLine(plain.subject)),
    ...given('serviceId', await catalogId(tx, 'service', service)),
    ...given('categoryId', await catalogId(tx, 'category', category)),
    ...given('affectedPersonIds', affectedPersons && (await personsExist(tx, affectedPersons))),
    ...given('estimatedAt', estimatedAt === undefined || estimatedAt === null ? estimatedAt : new Date(estimatedAt)),
    ...given('tags', tags && tagsOnce(tags)),
  }
}

/** A subject stands in one line of a list and of a mail. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

async function assertLevels(tx: Tx, { impact, urgency }: ChangeTicketBody): Promise<void> {
  if (impact === undefined && urgency === undefined) return
  const { impacts, urgencies } = await matrix(tx)
  if (impact !== undefined && impact > impacts.length) {
    throw noSuchLevel({ field: 'impact', highest: impacts.length }, { field: 'body.impact' })
  }
  if (urgency !== undefined && urgency > urgencies.length) {
    throw noSuchLevel({ field: 'urgency', highest: urgencies.length }, { field: 'body.urgency' })
  }
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

/** Only what is active, and for a requester what the portal offers. */
async function catalogId(tx: Tx, what: 'service' | 'category', ref: Ref): Promise<number | null | undefined> {
  if (ref === null || ref === undefined) return ref
  const found = what === 'service' ? await findService(tx, tx.actor, ref) : await findCategory(tx, ref)
  if (!found) throw unknownReference({ what, value: String(ref) }, { field: `body.${what}` })
  return found.id
}

async function personsExist(reader: Reader, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('people.person')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  const found = new Set(rows.map((row) => row.id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) {
    throw unknownReference({ what: 'person', value: String(missing) }, { field: 'body.affectedPersons' })
  }
  return [...found].sort((a, b) => a - b)
}

export async function resolveTeam(reader: Reader, ref: Ref): Promise<TeamRecord | null | undefined> {
  if (ref === null || ref === undefined) return ref
  const team = await findTeam(reader, ref)
  if (!team) throw unknownReference({ what: 'team', value: String(ref) }, { field: 'body.team' })
  return team
}

export async function resolveAssignee(reader: Reader, ref: number | string): Promise<{ id: number; name: string }> {
  const person = typeof ref === 'number' ? await activePerson(reader, ref) : await findPersonByEmail(reader, ref)
  if (!person) throw unknownReference({ what: 'active person', value: String(ref) }, { field: 'body.assignee' })
  const [actor] = await actorsOfPersons(reader, [person.id])
  if (!actor || !can(actor, 'ticket.read')) throw notOfTheDesk({ name: person.name }, { field: 'body.assignee' })
  return person
}

type PersonRefIn = number | { email: string; name?: string | undefined }

/** The person meant: by id, or by e-mail address, whose owner is made a requester when unknown. */
export async function resolvePerson(
  tx: Tx,
  ref: PersonRefIn,
  field: string,
): Promise<{ id: number; name: string; organisationId: number | null }> {
  if (typeof ref !== 'number') return findOrAddRequester(tx, nameless(ref))
  const person = await tx
    .selectFrom('people.person')
    .select(['id', 'name', 'organisationId'])
    .where('id', '=', ref)
    .executeTakeFirst()
  if (!person) throw unknownReference({ what: 'person', value: String(ref) }, { field })
  return person
}

function nameless({ email, name }: { email: string; name?: string | undefined }) {
  return name === undefined ? { email } : { email, name }
}
