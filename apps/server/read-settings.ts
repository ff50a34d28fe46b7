import { readSettings, type Settings, type Values } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import type { Room } from '../../platform/room.ts'

/** The settings of the process. Those of the rooms are read as well, so that a wrong one stops the start and not a request. */
export function readAllSettings(rooms: readonly Room[]): Values<typeof processSettings> {
  for (const room of rooms) readSettings(room.settings ?? {}, process.env)
  return readSettings(processSettings, process.env)
}

/** Every declared setting, for telling which one holds a value. */
export function allSettings(rooms: readonly Room[]): Settings[string][] {
  return [processSettings, ...rooms.map((room) => room.settings ?? {})].flatMap((settings) => Object.values(settings))
}
