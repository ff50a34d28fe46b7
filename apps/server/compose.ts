import { outbox } from '../../platform/mail/index.ts'
import { outside } from '../../platform/outside/index.ts'
import { push } from '../../platform/push/index.ts'
import { remotePictures } from '../../platform/remote-picture/index.ts'
import type { Room } from '../../platform/room.ts'
import { registerDeskSettings, settingsRoom } from '../../platform/settings/index.ts'
import { templates } from '../../platform/templates/index.ts'
import { upkeep } from '../../platform/upkeep.ts'
import { room as calendar } from '../../rooms/calendar/server/index.ts'
import { room as catalog } from '../../rooms/catalog/server/index.ts'
import { room as conversation } from '../../rooms/conversation/server/index.ts'
import { room as desk } from '../../rooms/desk/server/index.ts'
import { room as escalation } from '../../rooms/escalation/server/index.ts'
import { room as intake } from '../../rooms/intake/server/index.ts'
import { room as major } from '../../rooms/major/server/index.ts'
import { room as notices } from '../../rooms/notices/server/index.ts'
import { room as oncall } from '../../rooms/oncall/server/index.ts'
import { order } from '../../rooms/order.ts'
import { declarePermissions, room as people } from '../../rooms/people/server/index.ts'
import { room as resolution } from '../../rooms/resolution/server/index.ts'
import { room as routing } from '../../rooms/routing/server/index.ts'
import { room as sla } from '../../rooms/sla/server/index.ts'
import { room as ticket } from '../../rooms/ticket/server/index.ts'
import { room as triage } from '../../rooms/triage/server/index.ts'

/** The rooms this program is made of, left to right. */
export const rooms: readonly Room[] = [
  upkeep,
  outbox,
  remotePictures,
  outside,
  push,
  templates,
  settingsRoom,
  ...sorted([
    people,
    calendar,
    catalog,
    intake,
    ticket,
    triage,
    routing,
    sla,
    conversation,
    oncall,
    escalation,
    resolution,
    major,
    desk,
    notices,
  ]),
]

function sorted(all: readonly Room[]): readonly Room[] {
  const names: readonly string[] = order.flat()
  return [...all].sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

declarePermissions(rooms.flatMap((room) => room.permissions ?? []))
registerDeskSettings(rooms.flatMap((room) => Object.values(room.deskSettings ?? {})))
