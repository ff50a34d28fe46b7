import type { PolicyContent, TeamContent } from '../../../rooms/sla/contract/http.ts'
import type { ServiceKey, TeamKey } from './shapes.ts'

const day = [{ from: '07:30', to: '18:00' }]

/** The office hours of the house; wards are there day and night. */
export const officeWeek = [day, day, day, day, day, [], []]

interface PolicySeed {
  name: string
  services?: ServiceKey[]
  roundTheClock?: boolean
  content: Omit<PolicyContent, 'calendarId'>
}

const counting = {
  pauseOn: ['waiting_requester' as const, 'waiting_until' as const],
  warnAt: [50, 80],
  reopening: 'continue' as const,
}

/** In place of what a desk starts with: for all tickets. */
export const house: PolicySeed = {
  name: 'House',
  content: {
    ...counting,
    conditions: {},
    goals: {
      critical: { firstResponse: 30, nextUpdate: 120, resolution: 480 },
      high: { firstResponse: 120, nextUpdate: 630, resolution: 1260 },
      moderate: { firstResponse: 1260, nextUpdate: 6300, resolution: 12_600 },
      low: { firstResponse: 3150, nextUpdate: 12_600, resolution: 25_200 },
    },
  },
}

/** Each is tried before those above it. */
export const policies: PolicySeed[] = [
  {
    name: 'Board and chief physicians',
    content: {
      ...counting,
      conditions: { vip: true },
      goals: {
        critical: { firstResponse: 15, nextUpdate: 60, resolution: 240 },
        high: { firstResponse: 30, nextUpdate: 120, resolution: 480 },
        moderate: { firstResponse: 60, nextUpdate: 480, resolution: 1260 },
        low: { firstResponse: 240, nextUpdate: 1260, resolution: 2520 },
      },
    },
  },
  {
    name: 'Patient care',
    services: ['record', 'pacs', 'lab', 'devices'],
    roundTheClock: true,
    content: {
      ...counting,
      conditions: { kinds: ['incident'] },
      goals: {
        critical: { firstResponse: 15, nextUpdate: 30, resolution: 120 },
        high: { firstResponse: 30, nextUpdate: 120, resolution: 480 },
        moderate: { firstResponse: 480, nextUpdate: 5760, resolution: 14_400 },
        low: { firstResponse: 2880, nextUpdate: 14_400, resolution: 43_200 },
      },
    },
  },
]

interface AgreementSeed {
  team: TeamKey
  roundTheClock?: boolean
  goals: TeamContent['goals']
}

export const agreements: AgreementSeed[] = [
  { team: 'clinical', roundTheClock: true, goals: { critical: 60, high: 240, moderate: 14_400, low: 28_800 } },
  { team: 'workplace', goals: { critical: 120, high: 315, moderate: 6300, low: 12_600 } },
]
