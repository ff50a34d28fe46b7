import type { Setting, Settings } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import type { Room } from '../../platform/room.ts'
import type { DeskSetting } from '../../platform/settings/declare.ts'
import { settingGroups } from '../../platform/settings/groups.ts'

export function describeSettings(rooms: readonly Room[]): string {
  const chapters: [string, Settings][] = [['The process', processSettings]]
  for (const room of rooms) if (room.settings) chapters.push([room.name, room.settings])
  const parts = chapters.map(([title, settings]) => `## ${title}\n\n${Object.values(settings).map(line).join('\n')}\n`)
  return `# Settings\n\nEnvironment variables, or lines of a \`.env\` file in the working folder; then what administrators set in the screens.\nGenerated from the declarations by \`npm run golden\`.\n\n${parts.join('\n')}\n${describeDeskSettings(rooms)}`
}

function line(setting: Setting): string {
  const start = setting.default === undefined ? 'unset' : `\`${setting.default}\``
  return `- \`${setting.env}\` (${start}): ${setting.doc}`
}

function describeDeskSettings(rooms: readonly Room[]): string {
  const all = rooms.flatMap((room) => Object.values(room.deskSettings ?? {}))
  const groups = Object.entries(settingGroups).flatMap(([name, words]) => {
    const mine = all.filter((setting) => setting.group === name)
    return mine.length === 0 ? [] : [`### ${words.en}\n\n${mine.map(deskLine).join('\n')}\n`]
  })
  return `## Administration → Settings\n\nAlso \`GET\` and \`PATCH /api/v1/settings\`. They hold on every process within a second. A variable that is set fixes the value.\n\n${groups.join('\n')}`
}

function deskLine({ key, words, default: start, unit, env }: DeskSetting): string {
  const value = `\`${JSON.stringify(start)}\`${unit ? ` ${unit}` : ''}${env ? `, fixed by \`${env}\`` : ''}`
  return `- \`${key}\` (${value}): **${words.en.label}.** ${words.en.help}`
}
