/** Shapes of the hand-written world. Pure data: nothing here touches a database. */

export type TeamKey = 'desk' | 'workplace' | 'clinical' | 'network' | 'security'
export type ServiceKey =
  | 'workstation'
  | 'record'
  | 'pacs'
  | 'lab'
  | 'mail'
  | 'wifi'
  | 'printing'
  | 'telephony'
  | 'identity'
  | 'remote'
  | 'devices'
  | 'purchasing'

/** Who may ask a scenario's question: a person's tags must contain one of the scenario's `from` tags. */
export type Tag =
  | 'ward'
  | 'nurse'
  | 'doctor'
  | 'radiology'
  | 'lab'
  | 'pharmacy'
  | 'office'
  | 'manager'
  | 'german'
  | 'theatre'
  | 'emergency'
  | 'estates'
  | 'executive'
  | 'external'
  | 'everyone'

export interface DepartmentSeed {
  key: string
  name: string
  vip?: boolean
  sharesTickets?: boolean
  note?: string
}

export interface PersonSeed {
  key: string
  name: string
  email: string
  title: string
  department: string
  /** Building, floor, room, as people say it. */
  location: string
  /** The short place name that reads well in a sentence: "Ward 4". */
  place: string
  phone: string
  mobile?: string
  otherEmails?: string[]
  language: 'en' | 'de'
  timeZone: 'Europe/London' | 'Europe/Berlin'
  tags: Tag[]
  /** How this person opens and ends a message; an empty text means they do not bother. */
  hello: string
  bye: string
}

export interface TeamSeed {
  key: TeamKey
  name: string
  tier: 1 | 2 | 3
  visibility: 'everyone' | 'members'
  description: string
  email: string
  lead: string
  members: { person: string; skills: string[] }[]
}

export interface CategorySeed {
  name: string
  children?: CategorySeed[]
}

export type FieldSeed = {
  key: string
  label: string
  labelDe: string
  help?: string
  required?: boolean
  /** Shown only while another field of the form has one of these values. */
  when?: { field: string; is: string[] }
} & ({ type: 'text' | 'number' | 'date' | 'person' | 'file' } | { type: 'choice'; options: string[] })

export interface FormSeed {
  name: string
  nameDe: string
  intro: string
  introDe: string
  kind: 'incident' | 'request' | 'question'
  category: string
  fields: FieldSeed[]
}

export interface ServiceSeed {
  key: ServiceKey
  name: string
  nameDe: string
  description: string
  descriptionDe: string
  team: TeamKey
  categories: CategorySeed[]
  forms: FormSeed[]
}

export interface CannedReplySeed {
  name: string
  team?: TeamKey
  language: 'en' | 'de'
  /** Variables are written as the conversation room writes them: `{{requester.firstName}}`. */
  text: string
}

/** `40m`, `3h`, `2d`. Working delays are stretched over nights by the generator, `!` keeps them exact. */
export type Delay = `${number}${'m' | 'h' | 'd'}` | `${number}${'m' | 'h' | 'd'}!`

interface Timed {
  after?: Delay
  attach?: string[]
}

export type Step = Timed &
  (
    | { ask: string }
    | { say: string }
    | { note: string; by?: TeamKey }
    | { to: TeamKey; because: string }
    | { wait: 'requester' | 'vendor' | 'until' }
    | { raise: 1 | 2 | 3; because: string }
  )

export interface Fix {
  cause: string
  action: string
  verification: string
}

/**
 * One story, told so that it can happen more than once. In every text `[[a|b]]` is a choice made afresh for each
 * ticket, `{slot}` is filled from `slots` or from what the generator knows (`{place}`, `{phone}`, `{pc}`, `{name}`,
 * `{agent}`, `{printer}`, `{bed}`, `{n}`).
 */
export interface Scenario {
  id: string
  service: ServiceKey
  category: string
  kind: 'incident' | 'request' | 'question' | 'problem' | 'change'
  impact: 1 | 2 | 3
  urgency: 1 | 2 | 3
  from: Tag[]
  /** Persons who always ask this one, when the story is theirs. */
  person?: string[]
  language?: 'de'
  /** How many tickets of this story there should be among 300. */
  times: number
  subjects: string[]
  openings: string[]
  slots?: Record<string, string[]>
  error?: string
  thing?: string
  tags?: string[]
  channel?: 'mail' | 'portal' | 'phone'
  attach?: string[]
  steps: Step[]
  fix: Fix
  /** What the requester says when asked to confirm. */
  thanks?: string
}
