import type { Conditions, Outcome, TeamRoutingChange, Test } from '../../../rooms/routing/contract/http.ts'
import type { ServiceKey, TeamKey } from './shapes.ts'

interface RuleSeed {
  name: string
  match?: Conditions['match']
  tests: Test[]
  /** Of the catalogue, whose ids are known when it is loaded. */
  service?: ServiceKey
  category?: [ServiceKey, string]
  team?: TeamKey
  assignee?: string
  outcome?: Outcome
  goesOn?: boolean
  off?: boolean
}

const byPortal: Test = { field: 'channel', op: 'is', values: ['portal'] }

/** What the hospital has learnt about where its tickets belong. */
export const rules: RuleSeed[] = [
  {
    name: 'Phishing and lost devices first',
    tests: [
      {
        field: 'words',
        op: 'contains',
        values: ['phishing', 'suspicious mail', 'suspicious e-mail', 'lost laptop', 'stolen', 'Verdächtige E-Mail'],
      },
    ],
    outcome: { priority: 'high', tags: ['security'] },
    goesOn: true,
  },
  {
    name: 'Theatres and intensive care are marked',
    tests: [{ field: 'location', op: 'contains', values: ['theatre', 'intensive care', 'emergency'] }],
    outcome: { tags: ['bedside'] },
    goesOn: true,
  },
  {
    name: 'Blood bank to who knows it',
    tests: [],
    category: ['lab', 'Blood bank'],
    team: 'clinical',
    outcome: { skills: ['blood bank'] },
  },
  {
    name: 'Imaging to who knows PACS',
    tests: [byPortal],
    service: 'pacs',
    team: 'clinical',
    outcome: { skills: ['PACS'] },
  },
  {
    name: 'Purchases to Dominic',
    tests: [byPortal],
    service: 'purchasing',
    team: 'workplace',
    assignee: 'dominic.shaw',
    outcome: { tags: ['purchase'] },
  },
  {
    name: 'Labels and wristbands cannot wait',
    match: 'all',
    tests: [
      byPortal,
      { field: 'words', op: 'contains', values: ['wristband', 'Armband', 'label printer', 'Etikett*'] },
    ],
    team: 'workplace',
    outcome: { tags: ['labels'] },
  },
  {
    name: 'Wishes in the evening wait at the desk',
    tests: [
      { field: 'kind', op: 'is', values: ['request', 'question'] },
      { field: 'time', op: 'outside', hours: { days: [0, 1, 2, 3, 4], from: '07:00', to: '19:00' } },
    ],
    team: 'desk',
  },
  {
    name: 'Christmas: all that is no incident to the Service Desk',
    tests: [{ field: 'kind', op: 'is_not', values: ['incident', 'problem'] }],
    team: 'desk',
    off: true,
  },
]

/** How each team gives out its tickets. The Service Desk is there day and night; its people take the next one themselves. */
export const teamRouting: Record<TeamKey, TeamRoutingChange & { roundTheClock?: boolean }> = {
  desk: { method: 'pull', firstContact: true, roundTheClock: true },
  workplace: { method: 'round_robin', handOver: 'away' },
  clinical: { method: 'least_loaded', capacity: 16, handOver: 'away' },
  network: { method: 'least_loaded', capacity: 14, handOver: 'never' },
  security: { method: 'pull', handOver: 'never' },
}

/** What somebody must know to be given tickets of a category. */
export const skillNeeds: [service: ServiceKey, category: string, skill: string][] = [
  ['lab', 'Blood bank', 'blood bank'],
  ['lab', 'Analyser interface', 'analysers'],
  ['pacs', 'Images missing', 'PACS'],
  ['pacs', 'Dictation and reporting', 'dictation'],
  ['wifi', 'Staff Wi-Fi', 'wireless'],
  ['wifi', 'Servers and storage', 'servers'],
  ['remote', 'VPN', 'VPN'],
]

/** Who is away when the story is told, in days from then. */
export const absences: { person: string; from: number; until: number | null; note: string; substitute?: string }[] = [
  { person: 'grace.adeyemi', from: -2, until: 5, note: 'Annual leave', substitute: 'leon.fischer' },
  { person: 'hugo.laurent', from: -0.3, until: null, note: 'Off sick', substitute: 'stefan.kovac' },
  { person: 'piotr.zielinski', from: 1, until: 2, note: 'Training: scanners' },
  { person: 'ravi.menon', from: 9, until: 23, note: 'Annual leave', substitute: 'kwame.boateng' },
]
