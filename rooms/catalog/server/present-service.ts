import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { teamCards } from '../../people/server/index.ts'
import type { Service } from '../contract/http.ts'
import { type ServiceRow, seesAll } from './access.ts'

/** Services as the actor may see them: requesters learn neither the technicians' description nor the owner. */
export async function presentServices(reader: Reader, actor: Actor, rows: readonly ServiceRow[]): Promise<Service[]> {
  const all = seesAll(actor)
  const ids = rows.map((row) => row.id)
  const withForm = await servicesWithForm(reader, ids)
  const owners = await teamCards(reader, all ? rows.flatMap((row) => row.ownerTeamId ?? []) : [])
  return rows.map((row) => {
    const hidden = row.ownerTeamId === null || actor.hiddenTeamIds?.includes(row.ownerTeamId)
    const owner = hidden ? undefined : owners.get(row.ownerTeamId as number)
    return {
      ...row,
      description: all ? row.description : '',
      ownerTeamId: owner?.id ?? null,
      ownerTeam: owner ? { id: owner.id, name: owner.name } : null,
      hasForm: withForm.has(row.id),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    }
  })
}

export async function presentService(reader: Reader, actor: Actor, row: ServiceRow): Promise<Service> {
  const [service] = await presentServices(reader, actor, [row])
  return service as Service
}

async function servicesWithForm(reader: Reader, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom('catalog.formVersion')
    .distinctOn('serviceId')
    .select(['serviceId', 'fields'])
    .where('serviceId', 'in', [...ids])
    .orderBy('serviceId')
    .orderBy('number', 'desc')
    .execute()
  return new Set(rows.filter((row) => row.fields.length > 0).map((row) => row.serviceId))
}
