import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'
import { FileCard } from '../../../platform/files/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'

export const kinds = ['functional', 'hierarchical'] as const
export const endings = ['returned', 'withdrawn', 'passed_on', 'moved', 'resolved', 'settled'] as const
export type Ending = (typeof endings)[number]

const Words = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description })
const Ref = Type.Object({ id: Id, name: Type.String() })

export const Attempt = Type.Object({
  tried: Words(4000, 'What was tried'),
  outcome: Words(4000, 'What came of it'),
})
export type Attempt = Static<typeof Attempt>

export const HandOff = Type.Object({
  problem: Words(20_000, 'What is the problem'),
  attempts: Type.Array(Attempt, { minItems: 1, maxItems: 30 }),
  evidence: Type.Optional(Type.String({ maxLength: 20_000, description: 'Error messages, readings' })),
  files: Type.Optional(Type.Array(Id, { maxItems: 30, description: 'Files of the ticket, or ones that you uploaded' })),
  affected: Words(4000, 'Affected people and things'),
  suspicion: Words(4000, 'What you suspect next'),
})
export type HandOff = Static<typeof HandOff>

export const Supplier = Type.Object({
  name: Words(200, 'Who they are'),
  contact: Type.String({ maxLength: 500, description: 'How they are reached: address, phone, contract number' }),
})
export type Supplier = Static<typeof Supplier>

/** One tier of a path with the teams that can take a ticket there. */
export const PathTier = Type.Object({ tier: Type.Integer({ minimum: 1, maximum: 3 }), teams: Type.Array(Ref) })

export const Escalation = Type.Object({
  id: Id,
  kind: OneOf(kinds),
  fromTier: Nullable(Type.Integer()),
  toTier: Nullable(Type.Integer()),
  from: Nullable(Ref),
  to: Nullable(Ref),
  supplier: Nullable(Type.String()),
  handOff: Nullable(
    Type.Object({
      problem: Type.String(),
      attempts: Type.Array(Type.Object({ tried: Type.String(), outcome: Type.String() })),
      evidence: Type.String(),
      files: Type.Array(FileCard),
      affected: Type.String(),
      suspicion: Type.String(),
    }),
  ),
  /** Why there is no hand-off. */
  reason: Nullable(Type.String()),
  startedAt: Instant,
  startedBy: Type.String(),
  contact: Nullable(Type.String()),
  /** Of one to leads: who was told. */
  recipients: Type.Array(Ref),
  /** The trigger that started it. */
  trigger: Nullable(Ref),
  accepted: Nullable(Type.Object({ at: Instant, by: Type.String(), reference: Nullable(Type.String()) })),
  ended: Nullable(
    Type.Object({ at: Instant, by: Type.String(), how: OneOf(endings), reason: Nullable(Type.String()) }),
  ),
})
export type Escalation = Static<typeof Escalation>

export const TicketEscalations = Type.Object({
  path: Type.Array(PathTier),
  supplier: Nullable(Supplier),
  /** The tier the ticket stands in: 1 to 3, 4 with a supplier; null while no team has it. */
  stands: Nullable(Type.Integer()),
  /** The newest first. */
  items: Type.Array(Escalation),
  bounces: Type.Integer(),
  abilities: Type.Object({
    escalate: AbilitySchema,
    override: AbilitySchema,
    accept: AbilitySchema,
    return: AbilitySchema,
    withdraw: AbilitySchema,
    tellLeads: AbilitySchema,
  }),
})
export type TicketEscalations = Static<typeof TicketEscalations>

export const HandOffDraft = Type.Object({
  problem: Type.String(),
  attempts: Type.Array(Type.Object({ tried: Type.String(), outcome: Type.String() })),
  evidence: Type.String(),
  files: Type.Array(FileCard),
  affected: Type.String(),
  suspicion: Type.String(),
})
export type HandOffDraft = Static<typeof HandOffDraft>

export const EscalationPath = Type.Object({
  /** Null: the path of every service without one of its own. */
  service: Nullable(Ref),
  tiers: Type.Array(PathTier),
  supplier: Nullable(Supplier),
  /** 0 while nobody has saved one, and the tiers of the teams decide. */
  version: Type.Integer(),
  own: Type.Boolean(),
  savedBy: Nullable(Type.String()),
  savedAt: Nullable(Instant),
})
export type EscalationPath = Static<typeof EscalationPath>
