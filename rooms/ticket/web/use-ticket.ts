import type { Static } from 'typebox'
import { prefetch, useApi } from '../../../web-kit/api/use-api.ts'
import {
  getTicket,
  type ListedTicket as ListedTicketSchema,
  type TicketRow as TicketRowSchema,
  type Ticket as TicketSchema,
} from '../contract/http.ts'

export type Ticket = Static<typeof TicketSchema>
export type TicketRow = Static<typeof TicketRowSchema>
export type ListedTicket = Static<typeof ListedTicketSchema>

/** One ticket, reread when something happens to it. */
export const useTicket = (number: number) =>
  useApi(getTicket, { params: { number } }, { live: [`ticket:${number}`], enabled: Number.isInteger(number) })

export const prefetchTicket = (number: number) => prefetch(getTicket, { params: { number } })
