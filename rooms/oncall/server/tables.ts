import type { ColumnType, Generated } from 'kysely'
import type { LadderDoc, ProviderDoc, pageStates, ScheduleDoc, Way } from '../contract/shapes.ts'

type Json<T> = ColumnType<T, unknown, unknown>
export type PlanKind = 'schedule' | 'ladder' | 'provider'
export interface Docs {
  schedule: ScheduleDoc
  ladder: LadderDoc
  provider: ProviderDoc
}
export type PageState = (typeof pageStates)[number]

interface PlanTable {
  id: Generated<number>
  kind: PlanKind
  name: string
  doc: Json<Docs[PlanKind]>
  secret: Buffer | null
  version: Generated<number>
  updatedAt: Date
  removedAt: Date | null
}

interface PlanVersionTable {
  planId: number
  version: number
  name: string
  doc: Json<Docs[PlanKind]>
  savedByName: string
  savedAt: Date
}

interface OverrideTable {
  id: Generated<number>
  scheduleId: number
  layer: string
  personId: number
  startsAt: Date
  endsAt: Date
  reason: string
  swapId: number | null
  setByName: string
  setAt: Date
  removedAt: Date | null
}

interface ReachTable {
  personId: number
  phone: string | null
  feedToken: string | null
}

interface PageTable {
  id: Generated<number>
  ticketNumber: number | null
  ladderId: number
  ladderName: string
  ladder: Json<LadderDoc>
  reason: string
  trial: boolean
  state: PageState
  step: Generated<number>
  round: Generated<number>
  nextAt: Date | null
  token: string
  startedAt: Date
  startedByName: string
  acknowledgedAt: Date | null
  acknowledgedBy: number | null
  acknowledgedByName: string | null
  endedAt: Date | null
}

interface CallTable {
  id: Generated<number>
  pageId: number
  step: number
  round: number
  personId: number | null
  way: Way
  providerId: number | null
  state: 'sent' | 'queued' | 'failed' | 'unreachable'
  attempts: Generated<number>
  error: string | null
  at: Date
  nextAt: Generated<Date | null>
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'oncall.plan': PlanTable
    'oncall.planVersion': PlanVersionTable
    'oncall.override': OverrideTable
    'oncall.reach': ReachTable
    'oncall.page': PageTable
    'oncall.call': CallTable
  }
}
