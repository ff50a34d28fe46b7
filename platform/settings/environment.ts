import type { Setting } from '../config/index.ts'
import type { DeskSetting } from './declare.ts'

const made = new WeakMap<DeskSetting, Setting>()

/** The same setting as the environment knows it, for those that a variable can fix. */
export function asEnvironmentSetting(setting: DeskSetting): Setting {
  let known = made.get(setting)
  if (!known) {
    known = {
      env: setting.env ?? '',
      doc: setting.words.en.help,
      schema: setting.schema,
      default: setting.default as never,
    }
    made.set(setting, known)
  }
  return known
}
