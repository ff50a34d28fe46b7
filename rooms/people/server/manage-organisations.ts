import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/page.ts'
import { organisationAdded, organisationChanged, organisationDeleted } from '../contract/facts.ts'
import type { NewOrganisation, Organisation, OrganisationChange } from '../contract/http-organisations.ts'
import { refuseStale } from './access.ts'
import { domainTaken, organisationInUse, organisationNameTaken, organisationNotFound } from './errors.ts'
import { forgetActors } from './resolve-actor.ts'
import { changesBetween, likeWords } from './rules.ts'
import { vips } from './vips.ts'
import { onForeignKey, onTaken } from './writes.ts'

interface OrganisationSearch {
  q?: string
  limit?: number
  cursor?: string
}

export async function listOrganisations(cx: Cx, search: OrganisationSearch): Promise<Page<Organisation>> {
  const limit = search.limit ?? 50
  let query = organisationRows(cx.db)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit + 1)
  for (const word of likeWords(search.q ?? ''))
    query = query.where(sql<boolean>`lower(public.unaccent(o.name::text)) like ${`%${word}%`}`)
  if (search.cursor) {
    const [name, id] = decodeCursor(search.cursor, 2)
    query = query.where(sql<boolean>`(o.name, o.id) > (${name}::citext, ${id}::bigint)`)
  }
  const page = pageOf(await query.execute(), limit, (row) => [row.name, row.id])
  return { ...page, items: page.items.map(presentOrganisation) }
}

export async function viewOrganisation(reader: Reader, id: number): Promise<Organisation> {
  const row = await organisationRows(reader).where('o.id', '=', id).executeTakeFirst()
  if (!row) throw organisationNotFound()
  return presentOrganisation(row)
}

export async function addOrganisation(cx: Cx, input: NewOrganisation): Promise<Organisation> {
  const { domains = [], ...fields } = input
  return cx.tx(async (tx) => {
    const { id } = await onTaken(organisationNameTaken, () =>
      tx
        .insertInto('people.organisation')
        .values({ ...fields, createdAt: tx.now, updatedAt: tx.now })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await putDomains(tx, id, domains)
    if (fields.vip) await vips.forget(tx)
    await tell(tx, organisationAdded, id, { name: input.name })
    return viewOrganisation(tx, id)
  })
}

export async function changeOrganisation(
  cx: Cx,
  id: number,
  change: OrganisationChange,
  ifMatch: string | undefined,
): Promise<Organisation> {
  return cx.tx(async (tx) => {
    const locked = await tx
      .selectFrom('people.organisation')
      .where('id', '=', id)
      .forUpdate()
      .select('version')
      .execute()
    const before = await viewOrganisation(tx, id)
    await refuseStale(ifMatch, locked[0]?.version ?? 0, async () => before)
    const { domains, ...fields } = change
    const changes = changesBetween(before, {
      ...change,
      ...(domains ? { domains: domains.map((domain) => domain.toLowerCase()).sort() } : {}),
    })
    if (Object.keys(changes).length === 0) return before
    await onTaken(organisationNameTaken, () =>
      tx
        .updateTable('people.organisation')
        .set({ ...fields, updatedAt: tx.now, version: sql`version + 1` })
        .where('id', '=', id)
        .execute(),
    )
    if (changes.vip) await vips.forget(tx)
    if (changes.domains && domains) await putDomains(tx, id, domains)
    await tell(tx, organisationChanged, id, { changes })
    forgetActors(tx)
    return viewOrganisation(tx, id)
  })
}

export async function deleteOrganisation(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name } = await viewOrganisation(tx, id)
    await onForeignKey(organisationInUse, () => tx.deleteFrom('people.organisation').where('id', '=', id).execute())
    await tell(tx, organisationDeleted, id, { name })
  })
}

async function putDomains(tx: Tx, organisationId: number, domains: readonly string[]): Promise<void> {
  await tx.deleteFrom('people.organisationDomain').where('organisationId', '=', organisationId).execute()
  if (domains.length === 0) return
  const rows = domains.map((domain) => ({ domain: domain.toLowerCase(), organisationId }))
  await onTaken(domainTaken, () => tx.insertInto('people.organisationDomain').values(rows).execute())
}

function organisationRows(reader: Reader) {
  return reader
    .selectFrom('people.organisation as o')
    .selectAll('o')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('people.organisationDomain as d')
          .select('d.domain')
          .whereRef('d.organisationId', '=', 'o.id')
          .orderBy('d.domain'),
      ).as('domainRows'),
    )
}

type OrganisationRow = Awaited<ReturnType<ReturnType<typeof organisationRows>['execute']>>[number]

function presentOrganisation({ domainRows, createdAt, updatedAt, ...row }: OrganisationRow): Organisation {
  const domains = domainRows.map((each) => each.domain)
  return { ...row, domains, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
