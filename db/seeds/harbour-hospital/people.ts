import { clinicalPeople } from './people-clinical.ts'
import { itPeople } from './people-it.ts'
import { officePeople } from './people-offices.ts'
import type { PersonSeed } from './shapes.ts'

export const people: PersonSeed[] = [...itPeople, ...clinicalPeople, ...officePeople]

/** Members of no team who look after the desk itself. */
export const administrators = ['judith.penrose', 'anton.weiss']

/** Everyone in this world signs in with this; it exists only in example desks. */
export const demoPassword = 'harbour-light-42'

/** The accounts that the demo prints, one for each way of using the desk. */
export const demoAccounts = [
  { person: 'judith.penrose', as: 'administrator' },
  { person: 'maya.brennan', as: 'lead of the Service Desk' },
  { person: 'tom.ellison', as: 'technician, tier 1' },
  { person: 'kwame.boateng', as: 'technician, tier 2, Clinical Applications' },
  { person: 'nadia.farouk', as: 'lead of Information Security (private team)' },
  { person: 'niamh.gallagher', as: 'requester' },
  { person: 'jonas.petersen', as: 'requester, in German' },
] as const
