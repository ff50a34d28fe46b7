import { keepInMemory } from '../../../platform/memory/index.ts'
import type { ChannelRule } from '../contract/http-channels.ts'
import './tables.ts'

/** The chats that are on, known by heart: every fact asks for them. */
export const chats = keepInMemory(
  'notices.channels',
  async (reader): Promise<{ id: number; rule: ChannelRule }[]> =>
    reader
      .selectFrom('notices.channel')
      .select(['id', 'rule'])
      .where('active', '=', true)
      .where('removedAt', 'is', null)
      .orderBy('id')
      .execute(),
)
