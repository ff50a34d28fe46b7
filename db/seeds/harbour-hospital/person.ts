import type { PersonSeed, Tag } from './shapes.ts'

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f’]/g, '')
    .replace(/\s+/g, '.')

/** A person at the main site. Practices outside the house have an address and a number of their own. */
export function english(
  name: string,
  title: string,
  department: string,
  location: string,
  place: string,
  extension: string,
  tags: Tag[],
  hello: string,
  bye: string,
): PersonSeed {
  const outside = department === 'practice'
  const person: PersonSeed = {
    key: plain(name),
    name,
    email: `${plain(name)}@${outside ? 'harbour-road-practice.example' : 'harbour-hospital.example'}`,
    title,
    department,
    location,
    place,
    phone: outside ? extension : `01632 960 ${extension}`,
    language: 'en',
    timeZone: 'Europe/London',
    tags: [...tags, 'everyone'],
    hello,
    bye,
  }
  if (tags.includes('doctor') && !outside) {
    person.otherEmails = [`${plain(name).split('.').at(-1)}@consultants.harbour-hospital.example`]
    person.mobile = `07700 900${extension.slice(-3)}`
  }
  return person
}

/** A person at the sister site across the water. */
export function german(
  name: string,
  title: string,
  location: string,
  place: string,
  extension: string,
  tags: Tag[],
  hello: string,
  bye: string,
  department = 'hafenklinik',
): PersonSeed {
  return {
    key: plain(name),
    name,
    email: `${plain(name)}@hafenklinik.example`,
    title,
    department,
    location,
    place,
    phone: `+49 30 23125 ${extension}`,
    language: 'de',
    timeZone: 'Europe/Berlin',
    tags: [...tags, 'german', 'everyone'],
    hello,
    bye,
  }
}
