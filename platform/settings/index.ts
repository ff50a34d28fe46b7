import { can } from '../access/actor.ts'
import { on } from '../http/on.ts'
import type { Room } from '../room.ts'
import { changeSettings } from './change-settings.ts'
import { getSettings, listPastSettings, patchSettings } from './contract.ts'
import { settingChanged } from './facts.ts'
import { viewPastSettings, viewSettings } from './view-settings.ts'

export { deskSetting, loadDeskSettings } from './cache.ts'
export { setDeskSetting } from './change-settings.ts'
export { registerDeskSettings } from './registry.ts'
export { watchSettings } from './watch-settings.ts'

const access = 'platform.manageSettings'
const etag = (settings: { version: number }) => `${settings.version}`

/** What the settings of the desk bring to the program. No room, but wired like one. */
export const settingsRoom: Room = {
  name: 'platform/settings',
  routes: [
    on(getSettings, { access, etag }, (cx) => viewSettings(cx.db)),
    on(patchSettings, { access, etag }, (cx, { body, ifMatch }) => changeSettings(cx, body, ifMatch)),
    on(listPastSettings, { access }, (cx, { query }) => viewPastSettings(cx, query)),
  ],
  facts: [settingChanged],
  permissions: [{ name: access, doc: 'Change the settings that need no restart', roles: ['administrator'] }],
  liveGuards: { settings: async () => (actor) => can(actor, access) },
}
