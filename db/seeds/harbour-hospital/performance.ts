import type { Random } from '../random.ts'
import type { PersonSeed, Scenario, TeamKey } from './shapes.ts'

export type Outcome =
  | 'new'
  | 'open'
  | 'in_progress'
  | 'waiting_requester'
  | 'waiting_vendor'
  | 'waiting_until'
  | 'resolved'
  | 'closed'

export type PlannedEvent = {
  at: Date
  by: string
} /** With a hand-off when it goes up: what the next ones have to know. */ & (
  | { type: 'assign'; team: TeamKey; assignee?: string; handOff?: string }
  | { type: 'message' | 'reply' | 'note'; text: string; files: string[] }
  | { type: 'status'; status: 'in_progress' | 'waiting_requester' | 'waiting_vendor' | 'waiting_until'; until?: Date }
  | { type: 'impact'; impact: 1 | 2 | 3 }
  | { type: 'resolve'; cause: string; action: string; verification: string }
  | { type: 'confirm'; text: string }
  | { type: 'reopen'; text: string }
  | { type: 'close' }
)

export interface Performance {
  random: Random
  scenario: Scenario
  requester: PersonSeed
  channel: 'mail' | 'portal' | 'phone'
  openedAt: Date
  base: Date
  slots: Record<string, string>
  branch: number
  outcome: Outcome
  serviceTeam: TeamKey
  /** Wraps a message in the person's own greeting. */
  speak(person: PersonSeed, text: string): string
}
