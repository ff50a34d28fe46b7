import { sql } from 'kysely'
import { among, type Reader } from '../../../platform/db/index.ts'
import { defaultWays, type NoticeKind, neverMailed, requesterKinds, type Ways } from '../contract/shapes.ts'
import './tables.ts'

export interface Wishes {
  kinds: Partial<Record<NoticeKind, Ways>>
  mail: 'each' | 'digest' | 'none'
  digestAt: number
  quiet: { from: number; to: number } | null
  timeZone: string
  /** Has a session, so that there is a bell to be seen. */
  signsIn: boolean
  /** Has a device that takes pushed notices. */
  pushable: boolean
  version: number
}

/** What some people want to be told of, in one statement; who has said nothing gets the usual. */
export async function wishesOf(reader: Reader, personIds: readonly number[]): Promise<Map<number, Wishes>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<Record<string, never> & { id: number }>`
    select p.id, coalesce(p.time_zone, d.default_time_zone, 'UTC') as "timeZone", n.kinds, n.mail,
      n.digest_at as "digestAt", n.quiet_from as "from", n.quiet_to as "to", n.version,
      exists (select from people.session s where s.person_id = p.id) as "signsIn",
      exists (select from platform.push_subscription s where s.person_id = p.id) as pushable
    from people.person p cross join people.desk d left join notices.preference n on n.person_id = p.id
    where ${among(sql.ref('p.id'), personIds)} and p.active`.execute(reader)
  return new Map(rows.map((row) => [row.id, wishesFrom(row)]))
}

function wishesFrom(row: Record<string, unknown>): Wishes {
  const { kinds, mail, digestAt, from, to, timeZone, signsIn, pushable, version } = row
  return {
    kinds: (kinds ?? {}) as Wishes['kinds'],
    mail: (mail ?? 'each') as Wishes['mail'],
    digestAt: (digestAt ?? 8 * 60) as number,
    quiet: typeof from === 'number' && typeof to === 'number' ? { from, to } : null,
    timeZone: timeZone as string,
    signsIn: signsIn as boolean,
    pushable: pushable as boolean,
    version: (version ?? 0) as number,
  }
}

/** How somebody wants to be told of one kind of thing. */
export function waysFor(wishes: Wishes, kind: NoticeKind): Ways {
  const { bell, mail, push } = wishes.kinds[kind] ?? defaultWays[kind]
  return { bell, push, mail: mail && wishes.mail !== 'none' && !neverMailed.includes(kind) }
}

/** How they can be: who asks and never signs in has no bell, and not everybody a device. Staff find theirs on coming back. */
export function reachableBy(wishes: Wishes, kind: NoticeKind): Ways {
  const { bell, mail, push } = waysFor(wishes, kind)
  const asks = (requesterKinds as readonly string[]).includes(kind)
  return { bell: bell && (wishes.signsIn || !asks), mail, push: push && wishes.pushable }
}
