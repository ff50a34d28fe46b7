import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { sealSecret } from '../../../platform/secrets/index.ts'
import { channelSaved } from '../contract/facts.ts'
import type { Channel, ChannelRule } from '../contract/http-channels.ts'
import type { ChatService } from '../contract/shapes.ts'
import { chats } from './chats.ts'
import { channelNotFound, noAddress } from './errors.ts'

interface Wish {
  name: string
  active: boolean
  kind: ChatService
  rule: ChannelRule
  url?: string
}

export async function viewChannels(reader: Reader, id?: number): Promise<{ items: Channel[] }> {
  const rows = await sql<Omit<Channel, 'last'> & { last: Channel['last'] }>`
    select c.id, c.name, c.active, c.kind, c.rule, c.host, c.version,
      (select json_build_object('state', p.state, 'at', p.state_at, 'error', p.error)
        from notices.post p where p.channel_id = c.id order by p.id desc limit 1) as last
    from notices.channel c where c.removed_at is null ${id === undefined ? sql`` : sql`and c.id = ${id}`}
    order by c.name, c.id`.execute(reader)
  return {
    items: rows.rows.map((row) => ({
      ...row,
      last: row.last && { ...row.last, at: new Date(row.last.at).toISOString() },
    })),
  }
}

export async function addChannel(cx: Cx, wish: Wish): Promise<Channel> {
  return cx.tx(async (tx) => {
    if (!wish.url) throw noAddress(undefined, { field: 'body.url' })
    const { id } = await tx
      .insertInto('notices.channel')
      .values({
        ...columns(wish),
        ...(await address(tx, wish.url)),
        createdAt: tx.now,
        updatedAt: tx.now,
        removedAt: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return keepVersion(tx, id, 1)
  })
}

export async function changeChannel(cx: Cx, id: number, wish: Wish, ifMatch?: string): Promise<Channel> {
  return cx.tx(async (tx) => {
    const before = await lock(tx, id)
    if (ifMatch !== undefined && ifMatch !== String(before.version))
      throw stale(undefined, { extra: { current: (await viewChannels(tx, id)).items[0] } })
    const version = before.version + 1
    await tx
      .updateTable('notices.channel')
      .set({ ...columns(wish), ...(wish.url ? await address(tx, wish.url) : {}), version, updatedAt: tx.now })
      .where('id', '=', id)
      .execute()
    return keepVersion(tx, id, version)
  })
}

export async function removeChannel(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, version } = await lock(tx, id)
    // The address is a password; nobody needs it any more.
    const values = { removedAt: tx.now, url: Buffer.alloc(0) }
    await tx.updateTable('notices.channel').set(values).where('id', '=', id).execute()
    await chats.forget(tx)
    await tell(tx, channelSaved, id, { name, version, removed: true })
  })
}

export async function viewChannelVersions(reader: Reader, id: number) {
  const rows = await reader
    .selectFrom('notices.channelVersion')
    .selectAll()
    .where('channelId', '=', id)
    .orderBy('version', 'desc')
    .limit(50)
    .execute()
  if (rows.length === 0) throw channelNotFound({ id })
  return {
    items: rows.map(({ channelId: _, savedByName, savedAt, ...row }) => ({
      ...row,
      savedBy: savedByName,
      savedAt: savedAt.toISOString(),
    })),
  }
}

const columns = ({ name, active, kind, rule }: Wish) => ({
  name: name.trim(),
  active,
  kind,
  rule: sql`${JSON.stringify(rule)}::jsonb`,
})

async function address(tx: Tx, url: string) {
  if (!URL.canParse(url)) throw noAddress(undefined, { field: 'body.url' })
  return { url: await sealSecret(tx, url), host: new URL(url).host.slice(0, 200) }
}

async function lock(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('notices.channel')
    .select(['name', 'version'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw channelNotFound({ id })
  return row
}

async function keepVersion(tx: Tx, channelId: number, version: number): Promise<Channel> {
  const [saved] = (await viewChannels(tx, channelId)).items
  if (!saved) throw channelNotFound({ id: channelId })
  const { name, active, kind, host, rule } = saved
  await tx
    .insertInto('notices.channelVersion')
    .values({
      channelId,
      version,
      name,
      active,
      kind,
      host,
      rule: sql`${JSON.stringify(rule)}::jsonb`,
      savedByName: tx.actor.name,
      savedAt: tx.now,
    })
    .execute()
  await chats.forget(tx)
  await tell(tx, channelSaved, channelId, { name, version, removed: false })
  return saved
}
