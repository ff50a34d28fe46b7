import type { Reader } from '../../../platform/db/index.ts'
import { keepInMemory } from '../../../platform/memory/index.ts'
import './tables.ts'

export interface Vips {
  /** A VIP themself, or asking for an organisation of VIPs. */
  has(personId: number, organisationId: number | null): boolean
}

/** Who is a VIP. Few are and every new ticket asks, so they are known by heart. */
export const vips = keepInMemory('people.vips', async (reader): Promise<Vips> => {
  const persons = await idsOf(reader, 'people.person')
  const organisations = await idsOf(reader, 'people.organisation')
  return {
    has: (personId, organisationId) =>
      persons.has(personId) || (organisationId !== null && organisations.has(organisationId)),
  }
})

async function idsOf(reader: Reader, table: 'people.person' | 'people.organisation'): Promise<Set<number>> {
  const rows = await reader.selectFrom(table).select('id').where('vip', '=', true).execute()
  return new Set(rows.map((row) => row.id))
}
