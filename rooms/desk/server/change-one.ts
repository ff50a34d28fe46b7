import { sql } from 'kysely'
import { type Cx, insideTransaction } from '../../../platform/cx.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { type Priority, priorities, type Status, statuses } from '../../ticket/contract/http.ts'
import {
  assignTicket,
  changeStatusByHand,
  changeTicket,
  mergeTicket,
  ticketFor,
  unmergeTicket,
} from '../../ticket/server/index.ts'
import { markSpam, overridePriority, unmarkSpam } from '../../triage/server/index.ts'
import type { BulkFailure, TicketChange } from '../contract/shapes.ts'
import { badChange } from './errors.ts'

/** Changes one of many, wholly or not at all, by the same commands as if it were the only one. Undefined: it went well. */
export async function changeOne(cx: Cx, number: number, change: TicketChange): Promise<BulkFailure | undefined> {
  return cx.tx(async (tx) => {
    // The whole request may be one transaction (Idempotency-Key): what is refused is taken back by itself.
    await sql`savepoint one_ticket`.execute(tx)
    try {
      await applyChange(insideTransaction(cx, tx), number, change)
      return undefined
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error
      await sql`rollback to savepoint one_ticket`.execute(tx)
      return { number, code: error.code, detail: error.detail }
    }
  })
}

async function applyChange(cx: Cx, number: number, change: TicketChange): Promise<void> {
  const { team, assignee, status, until, priority } = change
  if (team !== undefined || assignee !== undefined) await assignTicket(cx, number, { team, assignee })
  if (change.addTags || change.removeTags) await changeTags(cx, number, change)
  if (priority) {
    const wish = { priority: priority.priority as Priority, reason: priority.reason }
    await overridePriority(cx, number, wish, undefined)
  }
  if (change.spam !== undefined) await (change.spam ? markSpam : unmarkSpam)(cx, number)
  // Among those chosen may be the one that the others go on in.
  if (change.merge && change.merge.into !== number) await mergeTicket(cx, number, change.merge)
  if (change.merge === null) await unmergeTicket(cx, number)
  if (status !== undefined) await changeStatusByHand(cx, number, { status: status as Status, until })
}

async function changeTags(cx: Cx, number: number, { addTags = [], removeTags = [] }: TicketChange): Promise<void> {
  const tags = await cx.tx(async (tx) => (await ticketFor(tx, cx.actor, number, 'update', { lock: true })).tags)
  const gone = new Set(removeTags.map((tag) => tag.toLowerCase()))
  const kept = tags.filter((tag) => !gone.has(tag.toLowerCase()))
  await changeTicket(cx, number, { tags: [...kept, ...addTags] })
}

/** What no ticket could be changed to is refused before the first is touched. */
export function checkChange(change: TicketChange): void {
  const { status, priority } = change
  if (status !== undefined && !(statuses as readonly string[]).includes(status)) {
    throw badChange({ field: 'status', value: status }, { field: 'body.change.status' })
  }
  if (priority && !(priorities as readonly string[]).includes(priority.priority)) {
    throw badChange({ field: 'priority', value: priority.priority }, { field: 'body.change.priority' })
  }
  for (const tag of change.addTags ?? []) {
    if (!/^[^,\s][^,]*$/.test(tag)) throw badChange({ field: 'tag', value: tag }, { field: 'body.change.addTags' })
  }
}
