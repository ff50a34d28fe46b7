import type { ColumnType, Generated } from 'kysely'
import type { Rule } from '../contract/http-triggers.ts'
import type { Attempt, Ending, Supplier } from '../contract/shapes.ts'

type Json<T> = ColumnType<T, unknown, unknown>

interface PathTable {
  id: Generated<number>
  serviceId: number | null
  version: number
  tiers: Json<number[][] | null>
  supplier: Json<Supplier | null>
  savedByName: string
  savedAt: Date
}

interface EscalationTable {
  id: Generated<number>
  ticketNumber: number
  kind: 'functional' | 'hierarchical'
  fromTier: number | null
  toTier: number | null
  fromTeamId: number | null
  fromAssigneeId: number | null
  toTeamId: number | null
  supplier: string | null
  contactId: number | null
  problem: string | null
  attempts: ColumnType<Attempt[], unknown, never>
  evidence: Generated<string>
  affected: Generated<string>
  suspicion: Generated<string>
  reason: string | null
  startedAt: Date
  startedBy: number | null
  startedByName: string
  acceptedAt: Date | null
  acceptedBy: number | null
  acceptedByName: string | null
  reference: string | null
  endedAt: Date | null
  endedHow: Ending | null
  endedReason: string | null
  endedByName: string | null
}

interface EvidenceFileTable {
  escalationId: number
  fileId: number
  position: number
}

interface TriggerTable {
  id: Generated<number>
  name: string
  active: boolean
  rule: Json<Rule>
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  removedAt: Date | null
}

interface TriggerVersionTable {
  triggerId: number
  version: number
  name: string
  active: boolean
  rule: Json<Rule>
  savedByName: string
  savedAt: Date
}

interface FiringTable {
  id: Generated<number>
  triggerId: number
  triggerVersion: number
  ticketNumber: number
  occurrence: string
  why: Json<Record<string, unknown>>
  firedAt: Date
  escalationId: number | null
}

interface RecipientTable {
  escalationId: number
  personId: number
}

interface SilenceTable {
  triggerId: number
  minutes: number
  lookedTo: Generated<Date>
  lookedToNumber: Generated<number>
}

interface CrowdLookTable {
  id: Generated<number>
  lookedTo: number
  beyond: Generated<number[]>
  notBefore: Date | null
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'escalation.path': PathTable
    'escalation.escalation': EscalationTable
    'escalation.evidenceFile': EvidenceFileTable
    'escalation.trigger': TriggerTable
    'escalation.triggerVersion': TriggerVersionTable
    'escalation.firing': FiringTable
    'escalation.recipient': RecipientTable
    'escalation.silence': SilenceTable
    'escalation.crowdLook': CrowdLookTable
  }
}
