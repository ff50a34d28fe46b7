import type { Random } from '../random.ts'
import { isNight, isOfficeTime } from './hours.ts'
import { people } from './people.ts'
import type { PersonSeed, Scenario, TeamKey } from './shapes.ts'
import { teams } from './teams.ts'

const byKey = new Map(people.map((person) => [person.key, person]))

export function personOf(key: string): PersonSeed {
  const person = byKey.get(key)
  if (!person) throw new Error(`nobody is called ${key}`)
  return person
}

const awakeAtNight = new Set(['nurse', 'emergency', 'ward', 'lab', 'theatre'])

/** Everyone who could tell this story at that hour. */
export function candidates(scenario: Scenario, at: Date): PersonSeed[] {
  const able = scenario.person
    ? scenario.person.map(personOf)
    : people.filter(
        (person) =>
          person.department !== 'it' &&
          person.tags.some((tag) => scenario.from.includes(tag)) &&
          (person.language === 'de') === (scenario.language === 'de') &&
          (!person.tags.includes('executive') || scenario.from.some((tag) => tag === 'executive' || tag === 'doctor')),
      )
  if (isOfficeTime(at)) return able
  return able.filter((person) => person.tags.some((tag) => awakeAtNight.has(tag)))
}

/** Who of a team takes it: nights are one person's, German goes to those who speak it, leads take less. */
export function technicianFor(random: Random, team: TeamKey, scenario: Scenario, at: Date): PersonSeed {
  if (team === 'desk') {
    if (scenario.language === 'de')
      return personOf(isNight(at) ? 'leon.fischer' : random.pick(['silke.brandt', 'silke.brandt', 'leon.fischer']))
    if (isNight(at)) return personOf('rosa.delgado')
    return personOf(
      random.pick(['tom.ellison', 'tom.ellison', 'grace.adeyemi', 'grace.adeyemi', 'leon.fischer', 'maya.brennan']),
    )
  }
  if (team === 'clinical') {
    const expert = { record: 'kwame.boateng', pacs: 'sofia.lindgren', lab: 'ravi.menon', devices: 'helen.stroud' }[
      scenario.service as string
    ]
    return personOf(
      expert && random.chance(0.8)
        ? expert
        : random.pick(['helen.stroud', 'kwame.boateng', 'sofia.lindgren', 'ravi.menon']),
    )
  }
  const { members } = teams.find((one) => one.key === team) ?? { members: [] }
  return personOf(random.pick(members).person)
}
