import { type Ability, no, yes } from '../../../platform/access/ability.ts'

/**
 * Nobody hands out, or takes over, more than they may do themselves. Without this, whoever may edit persons could
 * make themselves administrator, or set an administrator's address to their own and ask for a sign-in link.
 */
export function mayGrant(own: ReadonlySet<string>, granted: readonly string[]): Ability {
  const beyond = granted.filter((permission) => !own.has(permission))
  if (beyond.length === 0) return yes
  return no(
    'people.role_beyond_own',
    `That role may do things that you may not: ${beyond.slice(0, 3).join(', ')}${beyond.length > 3 ? ', …' : ''}`,
    { permissions: beyond.slice(0, 3).join(', ') },
  )
}

/** What an actor may do with a person, apart from themselves being in the way. */
export function mayManage(
  actor: { id: number | null; permissions: ReadonlySet<string> },
  person: { id: number; permissions: readonly string[] },
): { change: Ability; changeRole: Ability; deactivate: Ability; invite: Ability } {
  const permitted = actor.permissions.has('people.manage')
    ? yes
    : no('access.needs_permission', 'Your role may not manage people', { permission: 'people.manage' })
  const change = permitted.allowed ? mayGrant(actor.permissions, person.permissions) : permitted
  const notSelf = person.id === actor.id ? no('people.yourself', 'This is you: somebody else has to do it') : change
  return { change, changeRole: notSelf, deactivate: notSelf, invite: change }
}

export interface Throttle {
  /** Failures that cost nothing yet. */
  free: number
  firstDelayMs: number
  maxDelayMs: number
  /** After so long without a failure all is forgotten. */
  forgetAfterMs: number
}

const minuteMs = 60_000
/** One account: a person errs a few times; a guesser gets about a hundred tries a day. */
export const accountThrottle: Throttle = {
  free: 5,
  firstDelayMs: 5_000,
  maxDelayMs: 15 * minuteMs,
  forgetAfterMs: 24 * 60 * minuteMs,
}
/** One network address: an office of people may share it. */
export const networkThrottle: Throttle = {
  free: 30,
  firstDelayMs: 5_000,
  maxDelayMs: 15 * minuteMs,
  forgetAfterMs: 60 * minuteMs,
}
/** E-mailed links for one account: a full mailbox is a nuisance, too. */
export const mailThrottle: Throttle = {
  free: 5,
  firstDelayMs: 10 * minuteMs,
  maxDelayMs: 60 * minuteMs,
  forgetAfterMs: 60 * minuteMs,
}

/** How long to wait after this many failures: nothing for the free ones, then doubling up to the maximum. */
export function delayMs(throttle: Throttle, failures: number): number {
  const counted = failures - throttle.free
  if (counted < 0) return 0
  return Math.min(throttle.maxDelayMs, throttle.firstDelayMs * 2 ** Math.min(counted, 30))
}

/** `ana.meyer@x.org` becomes “Ana Meyer”: better than an address where a name is wanted. */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@')).split('+')[0] ?? ''
  const words = local.split(/[._-]+/).filter((word) => /\p{L}/u.test(word))
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return name || email
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** The words of a search as LIKE patterns, with its own wildcards taken literally. */
export function likeWords(q: string): string[] {
  return q
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The fields that differ, as facts carry them. */
export function changesBetween<T extends object>(
  before: T,
  after: Partial<T>,
): Record<string, { before: unknown; after: unknown }> {
  const changes: Record<string, { before: unknown; after: unknown }> = {}
  for (const key of Object.keys(after) as (keyof T & string)[]) {
    const [old, fresh] = [before[key], after[key]]
    if (fresh !== undefined && JSON.stringify(old) !== JSON.stringify(fresh))
      changes[key] = { before: old, after: fresh }
  }
  return changes
}
