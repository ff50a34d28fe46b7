import type { ColumnType, Generated } from 'kysely'
import type { ChannelRule } from '../contract/http-channels.ts'
import type { ChannelKind, ChatService, NoticeKind, Ways } from '../contract/shapes.ts'

type Json<T> = ColumnType<T, unknown, unknown>

interface PreferenceTable {
  personId: number
  kinds: Json<Partial<Record<NoticeKind, Ways>>>
  mail: 'each' | 'digest' | 'none'
  digestAt: number
  quietFrom: number | null
  quietTo: number | null
  version: Generated<number>
  nextDigestAt: Date | null
}

interface NoticeTable {
  id: Generated<number>
  personId: number
  ticketNumber: number
  firstAt: Date
  at: Date
  seenAt: Date | null
  bell: boolean
  mailAt: Date | null
  pushAt: Date | null
  mailedAt: Date | null
  pushedAt: Date | null
}

interface EntryTable {
  id: Generated<number>
  noticeId: number
  personId: number
  factId: number
  kind: NoticeKind
  actorName: string
  data: Json<Record<string, unknown>>
  at: Date
  mail: 'each' | 'digest' | null
  push: boolean
  mailedAt: Date | null
}

interface ChannelTable {
  id: Generated<number>
  name: string
  active: boolean
  kind: ChatService
  url: Buffer
  host: string
  rule: Json<ChannelRule>
  version: Generated<number>
  createdAt: Date
  updatedAt: Date
  removedAt: Date | null
}

interface ChannelVersionTable {
  channelId: number
  version: number
  name: string
  active: boolean
  kind: ChatService
  host: string
  rule: Json<ChannelRule>
  savedByName: string
  savedAt: Date
}

interface PostTable {
  id: Generated<number>
  channelId: number
  factId: number
  ticketNumber: number | null
  kind: ChannelKind
  state: 'queued' | 'sent' | 'failed'
  attempts: Generated<number>
  error: string | null
  createdAt: Date
  stateAt: Date
  nextAt: Generated<Date | null>
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'notices.preference': PreferenceTable
    'notices.notice': NoticeTable
    'notices.entry': EntryTable
    'notices.channel': ChannelTable
    'notices.channelVersion': ChannelVersionTable
    'notices.post': PostTable
  }
}
