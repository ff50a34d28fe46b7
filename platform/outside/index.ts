import type { Room } from '../room.ts'
import { deskSettings } from './config.ts'

export { askOutside, setWayOut } from './ask-outside.ts'

/** No room, but wired like one. */
export const outside: Room = { name: 'platform/outside', deskSettings }
