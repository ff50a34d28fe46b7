import { keepInMemory } from '../../../platform/memory/index.ts'
import type { Rule } from '../contract/http-triggers.ts'
import './tables.ts'

export interface ActiveTrigger {
  id: number
  name: string
  version: number
  rule: Rule
}

/** The triggers that are on, known by heart: every ticket that is opened and every reply asks for them. */
export const triggers = keepInMemory('escalation.triggers', async (reader): Promise<ActiveTrigger[]> => {
  const rows = await reader
    .selectFrom('escalation.trigger')
    .select(['id', 'name', 'version', 'rule'])
    .where('active', '=', true)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows
})
