import { type Static, Type } from 'typebox'
import { endpoint } from '../http/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '../http/schemas.ts'

const tag = 'settings'

const Words = Type.Object({
  label: Type.String(),
  help: Type.String(),
  choices: Type.Optional(Type.Record(Type.String(), Type.String())),
})

export const SettingView = Type.Object({
  key: Type.String({ description: 'As `resolution.autoCloseDays`' }),
  group: Type.String(),
  words: Type.Object({ en: Words, de: Words }),
  schema: Type.Unknown({ description: 'The JSON Schema its values must meet' }),
  unit: Nullable(Type.String()),
  default: Type.Unknown(),
  value: Type.Unknown({ description: 'What holds now' }),
  fixedBy: Nullable(
    Type.String({ description: 'The environment variable that fixes it; it cannot be changed here then' }),
  ),
  changed: Nullable(Type.Object({ by: Type.String(), at: Instant })),
})
export type SettingView = Static<typeof SettingView>

export const SettingsView = Type.Object({
  version: Type.Integer(),
  groups: Type.Array(
    Type.Object({ name: Type.String(), words: Type.Object({ en: Type.String(), de: Type.String() }) }),
  ),
  items: Type.Array(SettingView),
})
export type SettingsView = Static<typeof SettingsView>

export const SettingsChange = Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
  minProperties: 1,
  maxProperties: 100,
  description: 'Key → new value; null goes back to the default. What is left out stays as it is (RFC 7396).',
})

export const PastSetting = Type.Object({
  id: Id,
  key: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  by: Type.String(),
  at: Instant,
})
export type PastSetting = Static<typeof PastSetting>

export const getSettings = endpoint({
  method: 'GET',
  path: '/api/v1/settings',
  summary: 'What administrators can set without a restart, and what holds now',
  tag,
  response: SettingsView,
})

export const patchSettings = endpoint({
  method: 'PATCH',
  path: '/api/v1/settings',
  summary: 'Change settings; they hold on every process within a second',
  tag,
  body: SettingsChange,
  response: SettingsView,
})

export const listPastSettings = endpoint({
  method: 'GET',
  path: '/api/v1/settings/changes',
  summary: 'Who changed which setting when, newest first',
  tag,
  query: Type.Object({ ...PageQuery, key: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Page(PastSetting),
})
