import { prefetchThread } from '../../../../rooms/conversation/web/index.ts'
import { prefetchTicket } from '../../../../rooms/ticket/web/index.ts'

/** A ticket with its conversation, so that going to it shows no spinner. */
export function prefetchWhole(number: number) {
  void prefetchTicket(number)
  void prefetchThread(number)
}
