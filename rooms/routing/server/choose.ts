import type { AssignmentWhy, Candidate, Method } from '../contract/shapes.ts'

/** Somebody who could take a ticket, as they are at this moment. */
export interface Mate {
  id: number
  name: string
  member: boolean
  skills: readonly string[]
  standsFor: string | null
  away: boolean
  atWork: boolean
  open: number
  load: number
  capacity: number | null
  /** When it was their turn last; null: never. */
  turn: number | null
}

interface Wish {
  method: Exclude<Method, 'pull'>
  skills: readonly string[]
  /** What the ticket weighs. */
  weight: number
  /** Who must not have it: they are leaving. */
  except?: number | undefined
}

export interface Choice {
  personId: number | null
  why: AssignmentWhy
  candidates: Candidate[]
  skillsMissed: boolean
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/**
 * Who of a team gets a ticket, and why nobody else. Skills decide among those who are there; when nobody there has them, the
 * ticket does not wait for them. Ties go to whose turn is longest ago, then to the lower id: the same facts give the same person.
 */
export function choose(mates: readonly Mate[], wish: Wish): Choice {
  const seen = mates.map((mate) => ({
    mate,
    has: wish.skills.filter((skill) => mate.skills.some((one) => same(one, skill))),
  }))
  const hinders = ({ mate }: (typeof seen)[number]): Candidate['not'] => {
    if (mate.id === wish.except) return 'left'
    if (mate.away) return 'away'
    if (!mate.atWork) return 'off'
    return mate.capacity !== null && mate.load + wish.weight > mate.capacity ? 'full' : null
  }
  const free = seen.filter((one) => hinders(one) === null)
  const able = free.filter((one) => one.has.length === wish.skills.length)
  const skillsMissed = free.length > 0 && able.length === 0 && wish.skills.length > 0
  // Nobody knows all of it: then whoever knows most.
  const most = Math.max(0, ...free.map((one) => one.has.length))
  const eligible = skillsMissed ? free.filter((one) => one.has.length === most) : able
  const best = eligible.map((one) => one.mate).toSorted(inOrder(wish.method))[0]
  const candidates = seen.map((one) => ({
    id: one.mate.id,
    name: one.mate.name,
    open: one.mate.open,
    load: one.mate.load,
    capacity: one.mate.capacity,
    skills: one.has,
    standsFor: one.mate.standsFor,
    not: hinders(one) ?? (eligible.includes(one) ? null : 'skill'),
  }))
  return {
    personId: best?.id ?? null,
    why: best ? chosenBy[wish.method] : whyNobody(candidates),
    candidates,
    skillsMissed,
  }
}

const chosenBy = { round_robin: 'turn', least_loaded: 'least_loaded' } as const

function inOrder(method: Wish['method']) {
  const turn = (a: Mate, b: Mate) => (a.turn ?? -1) - (b.turn ?? -1) || a.id - b.id
  return method === 'round_robin' ? turn : (a: Mate, b: Mate) => a.load - b.load || turn(a, b)
}

function whyNobody(candidates: readonly Candidate[]): AssignmentWhy {
  if (candidates.length === 0) return 'no_members'
  return candidates.some((one) => one.not === 'full') ? 'all_full' : 'nobody_there'
}
