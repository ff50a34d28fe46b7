import type { SideConversation } from '../../contract/http.ts'

/** Whom a side conversation is with, in words. */
export const namesOf = (side: SideConversation) => side.participants.map((one) => one.name ?? one.email).join(', ')
