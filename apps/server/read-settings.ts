import { readSettings, type Settings, type Values } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import type { Room } from '../../platform/room.ts'
import { asEnvironmentSetting } from '../../platform/settings/environment.ts'

/** The settings of the process. Those of the rooms are read as well, so that a wrong one stops the start and not a request. */
export function readAllSettings(rooms: readonly Room[]): Values<typeof processSettings> {
  for (const room of rooms) readSettings(fromEnvironment(room), process.env)
  return readSettings(processSettings, process.env)
}

/** Every declared setting, for telling which one holds a value. */
export function allSettings(rooms: readonly Room[]): Settings[string][] {
  return [processSettings, ...rooms.map(fromEnvironment)].flatMap((settings) => Object.values(settings))
}

/** Settings of the desk that a variable can fix are checked like the others. */
function fromEnvironment({ settings, deskSettings = {} }: Room): Settings {
  const fixable = Object.entries(deskSettings).filter(([, setting]) => setting.env)
  return { ...settings, ...Object.fromEntries(fixable.map(([name, setting]) => [name, asEnvironmentSetting(setting)])) }
}
