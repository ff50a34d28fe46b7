import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Priority, Status } from '../../ticket/contract/shapes.ts'
import type { PolicyBody, PolicyContent, TeamContent } from '../contract/http.ts'
import type { ClockState, Target } from '../contract/shapes.ts'

interface PolicyTable {
  id: Generated<number>
  kind: 'service' | 'team'
  name: string
  teamId: number | null
  active: Generated<boolean>
  position: Generated<number>
  removedAt: Date | null
  version: Generated<number>
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
}

interface VersionTable {
  id: Generated<number>
  policyId: number
  number: number
  name: string
  content: JSONColumnType<PolicyContent | TeamContent>
  createdAt: Generated<Date>
  createdBy: number | null
  createdByName: string
}

interface ChoiceTable {
  id: Generated<number>
  ticketNumber: number
  factId: number
  at: Date
  priority: Priority
  policyVersionId: number | null
  policyCalendarId: number | null
  teamVersionId: number | null
  teamCalendarId: number | null
  why: 'opened' | 'changed' | 'applied' | 'calendar'
}

interface AnswerTable {
  ticketNumber: number
  factId: number
  messageId: number
  at: Date
}

interface ClockTable {
  id: Generated<number>
  ticketNumber: number
  target: Target
  seq: number
  state: ClockState
  versionId: number
  calendarId: number
  teamId: number | null
  goalMs: number
  elapsedMs: number
  startedAt: Date
  runningSince: Date | null
  pausedFor: Status | null
  dueAt: Date | null
  breachedAt: Date | null
  endedAt: Date | null
  told: number
  nextAt: Date | null
  leads: boolean
}

interface TrialTable {
  id: Generated<number>
  policyId: number | null
  body: JSONColumnType<PolicyBody>
  days: number
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  total: Generated<number>
  done: Generated<number>
  afterNumber: Generated<number>
  counts: ColumnType<Record<string, unknown>, string | undefined, string>
  examples: ColumnType<unknown[], string | undefined, string>
  askedAt: Date
  askedBy: number | null
  askedByName: string
}

interface UpgradeTable {
  id: Generated<number>
  nextAt: Date | null
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'sla.policy': PolicyTable
    'sla.version': VersionTable
    'sla.choice': ChoiceTable
    'sla.answer': AnswerTable
    'sla.clock': ClockTable
    'sla.trial': TrialTable
    'sla.upgrade': UpgradeTable
  }
}
