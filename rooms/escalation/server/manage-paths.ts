import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { escalationPathSaved } from '../contract/facts.ts'
import type { EscalationPath, Supplier } from '../contract/shapes.ts'
import { teamTwice, unknownService, unknownTeam, versionNotFound } from './errors.ts'
import { allTeams, newestPaths, type TeamRow } from './queries.ts'
import { pathFromTeams } from './rules.ts'

type PathRow = Awaited<ReturnType<typeof newestPaths>>[number]
interface Service {
  id: number
  name: string
}

/** The path of all services, then that of each, by name. */
export async function viewPaths(reader: Reader): Promise<{ items: EscalationPath[] }> {
  const [teams, rows, services] = await Promise.all([
    allTeams(reader),
    newestPaths(reader),
    reader.selectFrom('catalog.service').select(['id', 'name']).where('active', '=', true).orderBy('name').execute(),
  ])
  return { items: [present(null, rows, teams), ...services.map((service) => present(service, rows, teams))] }
}

export async function viewPath(reader: Reader, ref: string): Promise<EscalationPath> {
  const service = await serviceFor(reader, ref)
  const [teams, rows] = await Promise.all([allTeams(reader), newestPaths(reader, service?.id ?? null)])
  return present(service, rows, teams)
}

interface Wish {
  tiers: number[][]
  supplier?: Supplier | null
}

/** Saves a path as a new version; the versions before it stay. */
export async function savePath(cx: Cx, ref: string, wish: Wish, ifMatch?: string): Promise<EscalationPath> {
  return cx.tx(async (tx) => {
    const teams = await allTeams(tx)
    const ids = wish.tiers.flat()
    const unknown = ids.find((id) => !teams.has(id))
    if (unknown !== undefined) throw unknownTeam({ id: unknown }, { field: 'body.tiers' })
    if (new Set(ids).size < ids.length) throw teamTwice(undefined, { field: 'body.tiers' })
    return addVersion(tx, ref, { tiers: wish.tiers, supplier: wish.supplier ?? null }, ifMatch)
  })
}

/** Goes back to what holds without this path; that too is a version. */
export async function resetPath(cx: Cx, ref: string, ifMatch?: string): Promise<EscalationPath> {
  return cx.tx((tx) => addVersion(tx, ref, { tiers: null, supplier: null }, ifMatch))
}

/** What a version said holds again, as a version of its own; one that took the path off takes it off again. */
export async function restorePath(cx: Cx, ref: string, version: number): Promise<{ version: number }> {
  return cx.tx(async (tx) => {
    const service = await serviceFor(tx, ref)
    const was = await versionsOf(tx, service).where('version', '=', version).executeTakeFirst()
    if (!was) throw versionNotFound()
    return { version: (await addVersion(tx, ref, was)).version }
  })
}

const versionsOf = (reader: Reader, service: Service | null) =>
  reader
    .selectFrom('escalation.path')
    .selectAll()
    .where((eb) => (service ? eb('serviceId', '=', service.id) : eb('serviceId', 'is', null)))

async function addVersion(
  tx: Tx,
  ref: string,
  { tiers, supplier }: { tiers: number[][] | null; supplier: Supplier | null },
  ifMatch?: string,
): Promise<EscalationPath> {
  const service = await serviceFor(tx, ref)
  // Two who save at once: the second waits here and then sees that it was not the newest any more.
  await sql`select pg_advisory_xact_lock(hashtext('escalation.path'), ${service?.id ?? 0})`.execute(tx)
  const before = await viewPath(tx, ref)
  if (ifMatch !== undefined && ifMatch !== String(before.version))
    throw stale(undefined, { extra: { current: before } })
  const version = before.version + 1
  const { id } = await tx
    .insertInto('escalation.path')
    .values({
      serviceId: service?.id ?? null,
      version,
      tiers: tiers === null ? null : sql`${JSON.stringify(tiers)}::jsonb`,
      supplier: supplier === null ? null : sql`${JSON.stringify(supplier)}::jsonb`,
      savedByName: tx.actor.name,
      savedAt: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(tx, escalationPathSaved, id, { serviceId: service?.id ?? null, version, removed: tiers === null })
  return viewPath(tx, ref)
}

export async function viewPathVersions(reader: Reader, ref: string) {
  const service = await serviceFor(reader, ref)
  const teams = await allTeams(reader)
  const rows = await versionsOf(reader, service).orderBy('version', 'desc').limit(50).execute()
  return {
    items: rows.map((row) => ({
      version: row.version,
      tiers: row.tiers?.map((ids) => ids.map((id) => teams.get(id)?.name ?? `#${id}`)) ?? null,
      supplier: row.supplier?.name ?? null,
      savedBy: row.savedByName,
      savedAt: row.savedAt.toISOString(),
    })),
  }
}

async function serviceFor(reader: Reader, ref: string): Promise<Service | null> {
  if (ref === 'default') return null
  const id = Number(ref)
  const service = await reader
    .selectFrom('catalog.service')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!service) throw unknownService({ id })
  return service
}

function present(
  service: Service | null,
  rows: readonly PathRow[],
  teams: ReadonlyMap<number, TeamRow>,
): EscalationPath {
  const newest = rows.find((row) => row.serviceId === (service?.id ?? null))
  const ofAll = rows.find((row) => row.serviceId === null && row.tiers !== null)
  const own = newest !== undefined && newest.tiers !== null
  const holds = own ? newest : ofAll
  const path = holds?.tiers ? { tiers: holds.tiers, supplier: holds.supplier } : pathFromTeams([...teams.values()])
  return {
    service,
    tiers: path.tiers.map((ids, index) => ({
      tier: index + 1,
      teams: ids.flatMap((id) => {
        const team = teams.get(id)
        return team ? [{ id, name: team.name }] : []
      }),
    })),
    supplier: path.supplier,
    version: newest?.version ?? 0,
    own,
    savedBy: newest?.savedByName ?? null,
    savedAt: newest?.savedAt.toISOString() ?? null,
  }
}
