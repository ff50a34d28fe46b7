import type { ColumnType, Generated } from 'kysely'
import type { Conditions } from '../contract/conditions.ts'
import type { DraftRule, TrialResult } from '../contract/http-rules.ts'
import type { Cause, Method, Outcome, Reasons } from '../contract/shapes.ts'

/** A jsonb column: read as values, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

interface RuleTable {
  id: Generated<number>
  position: number
  name: string
  active: boolean
  conditions: Json<Conditions>
  outcome: Json<Outcome>
  stop: boolean
  changedBy: string
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

interface RuleVersionTable {
  ruleId: number
  version: number
  name: string
  active: boolean
  conditions: Json<Conditions>
  outcome: Json<Outcome>
  stop: boolean
  at: Date
  byName: string
}

interface DeskTable {
  id: Generated<boolean>
  firstContactId: number | null
}

interface TeamTable {
  teamId: number
  method: Generated<Method>
  skills: Generated<boolean>
  capacity: number | null
  calendarId: number | null
  handOver: Generated<'never' | 'away' | 'day'>
  handOverBegun: Generated<boolean>
  updatedAt: Date
  version: Generated<number>
}

interface PersonTable {
  personId: number
  capacity: number | null
  calendarId: number | null
}

interface TurnTable {
  teamId: number
  personId: number
  turn: number
}

interface SkillNeedTable {
  categoryId: number
  skills: string[]
}

interface AbsenceTable {
  id: Generated<number>
  personId: number
  fromAt: Date
  untilAt: Date | null
  note: Generated<string>
  substituteId: number | null
  setBy: string
  version: Generated<number>
}

interface DecisionTable {
  id: Generated<number>
  ticketNumber: number
  at: Date
  cause: Cause
  actorKind: string
  actorId: number | null
  actorName: string
  teamId: number | null
  assigneeId: number | null
  reasons: Json<Reasons>
}

interface RuleMatchTable {
  ruleId: number
  at: Date
  decisionId: number
}

interface WaitingTable {
  ticketNumber: number
  teamId: number
  since: Date
}

interface TrialTable {
  id: Generated<number>
  personId: number | null
  days: number
  rules: Json<DraftRule[]>
  state: Generated<'waiting' | 'running' | 'done' | 'cancelled'>
  fromAt: Date
  untilAt: Date
  reached: number | null
  total: number
  done: Generated<number>
  result: Json<TrialResult>
  createdAt: Date
  finishedAt: Date | null
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'routing.rule': RuleTable
    'routing.ruleVersion': RuleVersionTable
    'routing.desk': DeskTable
    'routing.team': TeamTable
    'routing.person': PersonTable
    'routing.turn': TurnTable
    'routing.skillNeed': SkillNeedTable
    'routing.absence': AbsenceTable
    'routing.decision': DecisionTable
    'routing.ruleMatch': RuleMatchTable
    'routing.waiting': WaitingTable
    'routing.trial': TrialTable
  }
}
