import type { Priority } from '../../catalog/contract/http.ts'
import type { Status } from '../../ticket/contract/shapes.ts'

interface AssessmentTable {
  ticketNumber: number
  impact: number
  urgency: number
  priority: Priority
  matrixVersion: number
  assessedAt: Date
}

interface OverrideTable {
  ticketNumber: number
  priority: Priority
  reason: string
  byId: number | null
  byName: string
  overriddenAt: Date
}

interface SpamTable {
  ticketNumber: number
  statusBefore: Status
  byId: number | null
  byName: string
  markedAt: Date
}

interface FingerprintTable {
  ticketNumber: number
  /** A tsvector; read through SQL functions only. */
  words: string
  openedAt: Date
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'triage.assessment': AssessmentTable
    'triage.override': OverrideTable
    'triage.spam': SpamTable
    'triage.fingerprint': FingerprintTable
  }
}
