import { alarm } from '../../../platform/alarms/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
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
