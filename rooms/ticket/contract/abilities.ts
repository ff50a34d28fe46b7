import type { Static } from 'typebox'
import type { Abilities } from './shapes.ts'

/** What can be done with a ticket; each response says which of these the viewer may do now, and why not. */
export type TicketAbilities = Static<typeof Abilities>
export type TicketAbility = keyof TicketAbilities
