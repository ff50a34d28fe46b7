import type { Setting, Settings } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import type { Room } from '../../platform/room.ts'

export function describeSettings(rooms: readonly Room[]): string {
  const chapters: [string, Settings][] = [['The process', processSettings]]
  for (const room of rooms) if (room.settings) chapters.push([room.name, room.settings])
  const parts = chapters.map(([title, settings]) => `## ${title}\n\n${Object.values(settings).map(line).join('\n')}\n`)
  return `# Settings\n\nEnvironment variables, or lines of a \`.env\` file in the working folder. Generated from the declarations by\n\`npm run golden\`.\n\n${parts.join('\n')}`
}

function line(setting: Setting): string {
  const start = setting.default === undefined ? 'unset' : `\`${setting.default}\``
  return `- \`${setting.env}\` (${start}): ${setting.doc}`
}
