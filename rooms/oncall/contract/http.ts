import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'
import { LadderDoc, ProviderDoc, pageStates, ScheduleDoc, ways } from './shapes.ts'

export * from './shapes.ts'

const tag = 'on-call'
const ById = Type.Object({ id: Id })
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const Person = Type.Object({ id: Id, name: Type.String() })

const planOf = <D extends typeof ScheduleDoc | typeof LadderDoc | typeof ProviderDoc>(doc: D) =>
  Type.Object({ id: Id, name: Name, doc, version: Type.Integer(), updatedAt: Instant })

export const Schedule = planOf(ScheduleDoc)
export type Schedule = Static<typeof Schedule>
export const Ladder = planOf(LadderDoc)
export type Ladder = Static<typeof Ladder>
export const Provider = planOf(ProviderDoc)
export type Provider = Static<typeof Provider>

const versionsOf = <D extends typeof ScheduleDoc | typeof LadderDoc | typeof ProviderDoc>(doc: D) =>
  Type.Object({
    items: Type.Array(
      Type.Object({ version: Type.Integer(), name: Name, doc, savedBy: Type.String(), savedAt: Instant }),
    ),
  })

const base = '/api/v1/on-call'

export const listSchedules = endpoint({
  method: 'GET',
  path: `${base}/schedules`,
  summary: 'The on-call schedules',
  tag,
  response: Type.Object({ items: Type.Array(Schedule) }),
})
export const createSchedule = endpoint({
  method: 'POST',
  path: `${base}/schedules`,
  summary: 'Add an on-call schedule',
  tag,
  body: Type.Object({ name: Name, doc: ScheduleDoc }),
  response: Schedule,
  status: 201,
  idempotent: true,
})
export const saveSchedule = endpoint({
  method: 'PUT',
  path: `${base}/schedules/:id`,
  summary: 'Save a schedule as a new version',
  tag,
  params: ById,
  body: Type.Object({ name: Name, doc: ScheduleDoc }),
  response: Schedule,
})
export const removeSchedule = endpoint({
  method: 'DELETE',
  path: `${base}/schedules/:id`,
  summary: 'Remove a schedule that no ladder uses',
  tag,
  params: ById,
})
export const listScheduleVersions = endpoint({
  method: 'GET',
  path: `${base}/schedules/:id/versions`,
  summary: 'Every version of a schedule, the newest first',
  tag,
  params: ById,
  response: versionsOf(ScheduleDoc),
})

export const listOnCallPeople = endpoint({
  method: 'GET',
  path: `${base}/people`,
  summary: 'Who can be on call, and who stands in schedules and ladders',
  tag,
  response: Type.Object({ items: Type.Array(Person) }),
})

const Shift = Type.Object({
  from: Instant,
  to: Instant,
  person: Nullable(Person),
  override: Nullable(Id),
})
const LayerShifts = Type.Object({
  key: Type.String(),
  name: Type.String(),
  now: Nullable(Person),
  /** Until when; null where nobody is on call. */
  until: Nullable(Instant),
  next: Nullable(Person),
  shifts: Type.Array(Shift),
  gaps: Type.Array(Type.Object({ from: Instant, to: Instant })),
})
export type LayerShifts = Static<typeof LayerShifts>

export const previewSchedule = endpoint({
  method: 'POST',
  path: `${base}/schedules/preview`,
  summary: 'Who would be on call in the next four weeks, and when nobody would',
  tag,
  body: Type.Object({ doc: ScheduleDoc }),
  response: Type.Object({ layers: Type.Array(LayerShifts), unknown: Type.Array(Id) }),
})

const OnCallSchedule = Type.Object({
  id: Id,
  name: Type.String(),
  timeZone: Type.String(),
  layers: Type.Array(LayerShifts),
  /** Everybody who is in one of its rotations. */
  persons: Type.Array(Person),
})
export type OnCallSchedule = Static<typeof OnCallSchedule>

export const getOnCall = endpoint({
  method: 'GET',
  path: `${base}/now`,
  summary: 'Who is on call now and in the days that follow',
  tag,
  query: Type.Object({ from: Type.Optional(Instant), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 35 })) }),
  response: Type.Object({
    from: Instant,
    to: Instant,
    schedules: Type.Array(OnCallSchedule),
    mayManage: Type.Boolean(),
  }),
})

export const setOverride = endpoint({
  method: 'POST',
  path: `${base}/schedules/:id/overrides`,
  summary: 'Somebody else is on call for a time; with `inExchange`, a swap of two times',
  tag,
  params: ById,
  body: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    person: Id,
    from: Instant,
    to: Instant,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    inExchange: Type.Optional(
      Type.Object({ person: Id, from: Instant, to: Instant }, { description: 'Who takes the other time' }),
    ),
  }),
  response: Type.Object({ ids: Type.Array(Id) }),
  status: 201,
  idempotent: true,
})
export const removeOverride = endpoint({
  method: 'DELETE',
  path: `${base}/overrides/:id`,
  summary: 'Take an override back, and the other half of a swap with it',
  tag,
  params: ById,
})

export const getReach = endpoint({
  method: 'GET',
  path: `${base}/me`,
  summary: 'How you are reached on call, and the address of your calendar',
  tag,
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const putReach = endpoint({
  method: 'PUT',
  path: `${base}/me`,
  summary: 'Say your phone number for providers of messages and calls',
  tag,
  body: Type.Object({ phone: Nullable(Type.String({ pattern: '^\\+[0-9]{6,15}$' })) }),
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const renewFeed = endpoint({
  method: 'PUT',
  path: `${base}/me/feed`,
  summary: 'Make a new secret address of your calendar; an earlier one ends',
  tag,
  response: Type.Object({ phone: Nullable(Type.String()), feed: Nullable(Type.String()) }),
})
export const readFeed = endpoint({
  method: 'GET',
  path: `${base}/feeds/:token`,
  summary: 'On-call times as iCalendar: your own, or those of a whole schedule',
  tag,
  params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
  query: Type.Object({ schedule: Type.Optional(Id) }),
})

export const listLadders = endpoint({
  method: 'GET',
  path: `${base}/ladders`,
  summary: 'The ladders by which people are paged',
  tag,
  response: Type.Object({ items: Type.Array(Ladder) }),
})
export const createLadder = endpoint({
  method: 'POST',
  path: `${base}/ladders`,
  summary: 'Add a ladder',
  tag,
  body: Type.Object({ name: Name, doc: LadderDoc }),
  response: Ladder,
  status: 201,
  idempotent: true,
})
export const saveLadder = endpoint({
  method: 'PUT',
  path: `${base}/ladders/:id`,
  summary: 'Save a ladder as a new version; pages on their way keep the old one',
  tag,
  params: ById,
  body: Type.Object({ name: Name, doc: LadderDoc }),
  response: Ladder,
})
export const removeLadder = endpoint({
  method: 'DELETE',
  path: `${base}/ladders/:id`,
  summary: 'Remove a ladder',
  tag,
  params: ById,
})
export const listLadderVersions = endpoint({
  method: 'GET',
  path: `${base}/ladders/:id/versions`,
  summary: 'Every version of a ladder, the newest first',
  tag,
  params: ById,
  response: versionsOf(LadderDoc),
})

const ProviderBody = Type.Object({
  name: Name,
  format: ProviderDoc.properties.format,
  template: ProviderDoc.properties.template,
  url: Type.Optional(Type.String({ minLength: 10, maxLength: 2000, pattern: '^https?://' })),
  headers: Type.Optional(
    Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]{1,60}$' }), Type.String({ maxLength: 2000 }), {
      description: 'What lets us in, e.g. Authorization; kept sealed and never shown',
    }),
  ),
})

export const listProviders = endpoint({
  method: 'GET',
  path: `${base}/providers`,
  summary: 'Services that send messages or call by web hook',
  tag,
  response: Type.Object({ items: Type.Array(Provider) }),
})
export const createProvider = endpoint({
  method: 'POST',
  path: `${base}/providers`,
  summary: 'Add a provider',
  tag,
  body: ProviderBody,
  response: Provider,
  status: 201,
  idempotent: true,
})
export const saveProvider = endpoint({
  method: 'PUT',
  path: `${base}/providers/:id`,
  summary: 'Save a provider as a new version; without `url` and `headers` they stay',
  tag,
  params: ById,
  body: ProviderBody,
  response: Provider,
})
export const removeProvider = endpoint({
  method: 'DELETE',
  path: `${base}/providers/:id`,
  summary: 'Remove a provider that no ladder uses',
  tag,
  params: ById,
})
export const listProviderVersions = endpoint({
  method: 'GET',
  path: `${base}/providers/:id/versions`,
  summary: 'Every version of a provider, the newest first',
  tag,
  params: ById,
  response: versionsOf(ProviderDoc),
})
export const tryProvider = endpoint({
  method: 'POST',
  path: `${base}/providers/:id/trials`,
  summary: 'Send a trial to your own phone, and say what the provider answered',
  tag,
  params: ById,
  response: Type.Object({ ok: Type.Boolean(), answer: Type.String() }),
})

const Call = Type.Object({
  step: Type.Integer(),
  round: Type.Integer(),
  person: Nullable(Type.String()),
  way: OneOf(ways),
  state: OneOf(['sent', 'queued', 'failed', 'unreachable']),
  error: Nullable(Type.String()),
  at: Instant,
})
export const OnCallPage = Type.Object({
  id: Id,
  ticket: Nullable(Type.Object({ number: Number_, subject: Type.String() })),
  ladder: Type.String(),
  reason: Type.String(),
  trial: Type.Boolean(),
  state: OneOf(pageStates),
  startedAt: Instant,
  startedBy: Type.String(),
  nextAt: Nullable(Instant),
  acknowledged: Nullable(Type.Object({ at: Instant, by: Type.String() })),
  calls: Type.Array(Call),
})
export type OnCallPage = Static<typeof OnCallPage>

export const listPages = endpoint({
  method: 'GET',
  path: `${base}/pages`,
  summary: 'The newest pages; open ones first',
  tag,
  query: Type.Object({ ticket: Type.Optional(Number_) }),
  response: Type.Object({ items: Type.Array(OnCallPage) }),
})
export const startPageEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/pages',
  summary: 'Page who is on call about a ticket; while one is open, the same',
  tag,
  params: Type.Object({ number: Number_ }),
  body: Type.Object({ ladder: Id, reason: Type.String({ minLength: 3, maxLength: 1000, pattern: '\\S' }) }),
  response: OnCallPage,
  status: 201,
  idempotent: true,
})
export const tryLadder = endpoint({
  method: 'POST',
  path: `${base}/ladders/:id/trials`,
  summary: 'Page for a trial: everybody on the ladder is told that it is one',
  tag,
  params: ById,
  response: OnCallPage,
  status: 201,
  idempotent: true,
})
export const acknowledgePage = endpoint({
  method: 'PUT',
  path: `${base}/pages/:id/acknowledgement`,
  summary: 'You take care of it: nobody else is called',
  tag,
  params: ById,
  response: OnCallPage,
})
export const getPageByLink = endpoint({
  method: 'GET',
  path: `${base}/page-links/:token`,
  summary: 'What a page is about, by the link in its mail',
  tag,
  params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
  response: Type.Object({
    reason: Type.String(),
    number: Nullable(Number_),
    state: OneOf(pageStates),
    by: Nullable(Type.String()),
  }),
})
export const acknowledgeByLink = endpoint({
  method: 'PUT',
  path: `${base}/page-links/:token`,
  summary: 'Take care of it by the link in the mail, without signing in',
  tag,
  params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) }),
  response: Type.Object({
    reason: Type.String(),
    number: Nullable(Number_),
    state: OneOf(pageStates),
    by: Nullable(Type.String()),
  }),
})
