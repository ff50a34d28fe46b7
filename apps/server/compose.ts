import type { Room } from '../../platform/room.ts'
import { order } from '../../rooms/order.ts'
import { declarePermissions, room as people } from '../../rooms/people/server/index.ts'

/** The rooms this program is made of, left to right. */
export const rooms: readonly Room[] = sorted([people])

function sorted(all: readonly Room[]): readonly Room[] {
  const names: readonly string[] = order.flat()
  return [...all].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

declarePermissions(rooms.flatMap((room) => room.permissions ?? []))
