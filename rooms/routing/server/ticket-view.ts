import type { Channel, Kind, Priority } from '../../ticket/contract/shapes.ts'
import { plain } from './match-text.ts'

/** What rules may look at, of a ticket that is about to be opened or has been. */
export interface TicketView {
  kind: Kind
  channel: Channel
  priority: Priority
  impact: number
  urgency: number
  serviceId: number | null
  categoryId: number | null
  organisationId: number | null
  requesterId: number
  vip: boolean
  mailboxId: number | null
  senderAddress: string | null
  tags: readonly string[]
  subject: string
  description: string
  errorMessage: string | null
  affectedThing: string | null
  location: string | null
  answers: Readonly<Record<string, unknown>>
}

// So much of a description is looked through.
const longest = 20_000

const textFields = ['subject', 'description', 'errorMessage', 'affectedThing', 'location'] as const
export type TextField = (typeof textFields)[number]

/** A ticket as compiled rules read it; texts are made comparable once, when the first rule asks. */
export interface Lookup extends TicketView {
  text(field: TextField): string
}

export function lookupOf(view: TicketView): Lookup {
  const known = new Map<TextField, string>()
  return {
    ...view,
    text(field) {
      const found = known.get(field)
      if (found !== undefined) return found
      const made = plain((view[field] ?? '').slice(0, longest))
      known.set(field, made)
      return made
    },
  }
}
