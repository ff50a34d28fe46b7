import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable } from '../../../platform/http/schemas.ts'
import { Number_, statuses } from '../../ticket/contract/shapes.ts'

const tag = 'major incidents'
const base = '/api/v1/major-incidents'
const ByNumber = Type.Object({ number: Number_ })
const Title = Type.String({ minLength: 3, maxLength: 200, pattern: '\\S' })
const Words = Type.String({ maxLength: 10_000 })
const Person = Type.Object({ id: Id, name: Type.String() })

export const Review = Type.Object({
  summary: Words,
  cause: Words,
  well: Words,
  better: Words,
  actions: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { maxItems: 50 }),
})
export type Review = Static<typeof Review>

const Update = Type.Object({
  id: Id,
  text: Type.String(),
  public: Type.Boolean(),
  by: Type.String(),
  at: Instant,
  /** On how many tickets it was written so far. */
  told: Type.Integer(),
})

const Child = Type.Object({
  number: Number_,
  subject: Type.String(),
  status: Type.Unsafe<(typeof statuses)[number]>({ type: 'string', enum: [...statuses] }),
  requester: Type.String(),
  gatheredAt: Instant,
})

const head = {
  number: Number_,
  title: Type.String(),
  coordinator: Person,
  banner: Type.Boolean(),
  declaredAt: Instant,
  declaredBy: Type.String(),
  nextUpdateAt: Nullable(Instant),
  ended: Nullable(Type.Object({ at: Instant, by: Type.String() })),
  reviewed: Type.Boolean(),
  gathered: Type.Integer(),
  version: Type.Integer(),
}

export const MajorHead = Type.Object(head)
export type MajorHead = Static<typeof MajorHead>

export const MajorIncident = Type.Object({
  ...head,
  reason: Type.String(),
  subject: Type.String(),
  updates: Type.Array(Update),
  children: Type.Array(Child),
  /** Tickets like it that may belong here, the likeliest first. */
  suggested: Type.Array(Type.Object({ number: Number_, subject: Type.String() })),
  timeline: Type.Array(
    Type.Object({
      at: Instant,
      by: Type.String(),
      /** Done by the desk itself. */
      bySystem: Type.Boolean(),
      what: Type.String(),
      words: Type.String(),
    }),
  ),
  review: Nullable(Type.Object({ ...Review.properties, at: Instant, by: Type.String() })),
  abilities: Type.Object({ coordinate: AbilitySchema, review: AbilitySchema }),
})
export type MajorIncident = Static<typeof MajorIncident>

export const listMajorIncidents = endpoint({
  method: 'GET',
  path: base,
  summary: 'Major incidents, open ones first',
  tag,
  response: Type.Object({ items: Type.Array(MajorHead) }),
})
/** For the ticket's screen: what it is to a major incident. */
export const getMajorOf = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/major-incident',
  summary: 'The major incident that a ticket is, or that it is gathered under',
  tag,
  params: ByNumber,
  response: Type.Object({ incident: Nullable(MajorHead), declare: AbilitySchema }),
})
export const declareMajor = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/major-incident',
  summary: 'Declare a ticket a major incident',
  tag,
  params: ByNumber,
  body: Type.Object({
    title: Title,
    reason: Type.Optional(Words),
    coordinator: Type.Optional(Type.Integer({ minimum: 1, description: 'Left out: yourself' })),
    banner: Type.Boolean(),
    ladder: Type.Optional(Type.Integer({ minimum: 1, description: 'Page who is on call by this ladder, too' })),
  }),
  response: MajorHead,
  status: 201,
  idempotent: true,
})
export const getMajor = endpoint({
  method: 'GET',
  path: `${base}/:number`,
  summary: 'A major incident with its tickets, updates and timeline',
  tag,
  params: ByNumber,
  response: MajorIncident,
})
export const changeMajor = endpoint({
  method: 'PUT',
  path: `${base}/:number`,
  summary: 'Change its title, who coordinates it, and whether the portal shows it',
  tag,
  params: ByNumber,
  body: Type.Object({ title: Title, coordinator: Id, banner: Type.Boolean() }),
  response: MajorHead,
})
export const gatherTickets = endpoint({
  method: 'POST',
  path: `${base}/:number/tickets`,
  summary: 'Gather tickets under it: their requesters get its updates',
  tag,
  params: ByNumber,
  body: Type.Object({ numbers: Type.Array(Number_, { minItems: 1, maxItems: 100 }) }),
  response: MajorHead,
  status: 201,
  idempotent: true,
})
export const releaseTicket = endpoint({
  method: 'DELETE',
  path: `${base}/:number/tickets/:child`,
  summary: 'A ticket does not belong to it after all',
  tag,
  params: Type.Object({ number: Number_, child: Number_ }),
  response: MajorHead,
})
export const writeUpdate = endpoint({
  method: 'POST',
  path: `${base}/:number/updates`,
  summary: 'Write an update once: all requesters get it, or only those who work on it',
  tag,
  params: ByNumber,
  body: Type.Object({
    text: Type.String({ minLength: 3, maxLength: 10_000, pattern: '\\S' }),
    public: Type.Boolean(),
    nextInMinutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 10_080 })),
  }),
  response: MajorHead,
  status: 201,
  idempotent: true,
})
export const endMajor = endpoint({
  method: 'PUT',
  path: `${base}/:number/end`,
  summary: 'It is over; with a last word, which all requesters get',
  tag,
  params: ByNumber,
  body: Type.Object({ text: Type.Optional(Type.String({ maxLength: 10_000 })) }),
  response: MajorHead,
})
export const writeReview = endpoint({
  method: 'PUT',
  path: `${base}/:number/review`,
  summary: 'What was learnt, once it is over',
  tag,
  params: ByNumber,
  body: Review,
  response: MajorHead,
})

export const listAnnouncements = endpoint({
  method: 'GET',
  path: '/api/v1/announcements',
  summary: 'What everybody should know before they ask: major incidents that the desk shows',
  tag,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        number: Number_,
        title: Type.String(),
        since: Instant,
        update: Nullable(Type.Object({ text: Type.String(), at: Instant })),
        nextUpdateAt: Nullable(Instant),
      }),
    ),
  }),
})
