import { alarm } from '../../../platform/alarms/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { followVersions } from './apply-policies.ts'
import { reclock } from './reclock.ts'

/** Tells a fraction or a breach at its moment. The ticket is locked first, as by everybody who changes it. */
export const tellOfClocks = alarm(
  'tell of clocks',
  { table: 'sla.clock', key: 'id', at: 'next_at' },
  async (tx, id) => {
    const clock = await tx.selectFrom('sla.clock').select('ticketNumber').where('id', '=', id).executeTakeFirst()
    if (!clock) return
    await unsafeTicket(tx, clock.ticketNumber, true)
    await reclock(tx, clock.ticketNumber)
  },
)

/** After an upgrade from a desk without clocks; what lets open tickets follow changed policies gives them their first, too. */
export const giveClocks = alarm(
  'give clocks to tickets that were there before',
  { table: 'sla.upgrade', key: 'id', at: 'next_at' },
  async (tx) => {
    await followVersions(tx, 'applied')
    await tx.updateTable('sla.upgrade').set({ nextAt: null }).execute()
  },
)
