import { sql } from 'kysely'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import type { NoticeKind, Preferences } from '../contract/http.ts'
import { defaultWays, neverMailed, requesterKinds, staffKinds, type Ways } from '../contract/shapes.ts'
import { personsOnly } from './errors.ts'
import { nextTimeOfDay } from './hours.ts'
import { waysFor, wishesOf } from './preferences.ts'

interface Wish {
  kinds: (Ways & { kind: NoticeKind })[]
  mail: 'each' | 'digest' | 'none'
  digestAt: number
  quiet: { from: number; to: number } | null
}

export function ownId(cx: Cx): number {
  if (cx.actor.kind !== 'person' || cx.actor.id === null) throw personsOnly()
  return cx.actor.id
}

export async function viewPreferences(cx: Cx, reader: Reader = cx.db): Promise<Preferences> {
  const id = ownId(cx)
  const wish = (await wishesOf(reader, [id])).get(id)
  if (!wish) throw personsOnly()
  const kinds = can(cx.actor, 'ticket.read') ? staffKinds : requesterKinds
  return {
    kinds: kinds.map((kind) => ({
      kind,
      // Shown as chosen, whatever the way of mailing is.
      ...waysFor({ ...wish, mail: 'each' }, kind),
      mailable: !neverMailed.includes(kind),
      usual: defaultWays[kind],
    })),
    mail: wish.mail,
    digestAt: wish.digestAt,
    quiet: wish.quiet,
    timeZone: wish.timeZone,
    version: wish.version,
  }
}

export async function changePreferences(cx: Cx, wish: Wish, ifMatch?: string): Promise<Preferences> {
  const personId = ownId(cx)
  return cx.tx(async (tx) => {
    const before = await lock(tx, personId)
    if (ifMatch !== undefined && ifMatch !== String(before?.version ?? 0))
      throw stale(undefined, { extra: { current: await viewPreferences(cx, tx) } })
    const { timeZone } = (await wishesOf(tx, [personId])).get(personId) ?? { timeZone: 'UTC' }
    const kinds = Object.fromEntries(wish.kinds.map(({ kind, bell, mail, push }) => [kind, { bell, mail, push }]))
    const values = {
      kinds: sql`${JSON.stringify(kinds)}::jsonb`,
      mail: wish.mail,
      digestAt: wish.digestAt,
      quietFrom: wish.quiet?.from ?? null,
      quietTo: wish.quiet?.to ?? null,
      version: (before?.version ?? 0) + 1,
      // Who leaves the digest gets what was kept for it with the last one.
      nextDigestAt:
        wish.mail === 'digest' || before?.mail === 'digest' ? nextTimeOfDay(tx.now, wish.digestAt, timeZone) : null,
    }
    await tx
      .insertInto('notices.preference')
      .values({ personId, ...values })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(values))
      .execute()
    return viewPreferences(cx, tx)
  })
}

async function lock(tx: Tx, personId: number) {
  return tx
    .selectFrom('notices.preference')
    .select(['version', 'mail'])
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst()
}
