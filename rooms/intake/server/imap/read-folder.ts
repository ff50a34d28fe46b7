import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import { settingOf } from '../../../../platform/config/index.ts'
import type { Cx } from '../../../../platform/cx.ts'
import { Problem } from '../../../../platform/errors/index.ts'
import { settings } from '../config.ts'
import { type Envelope, receiveAll, receiveMail, type Whole } from '../receive-mail.ts'
import type { Account } from './account.ts'
import { DoorProblem } from './explain-trouble.ts'
import { fetchPieces, fetchWhole, type Size, sizesOf } from './fetch-messages.ts'
import { findUids } from './find-uids.ts'
import { moveOn, noteStuck, type Progress, TakenOver } from './progress.ts'
import { keepHead } from './unfetched.ts'

/** Messages above are fetched by themselves, in pieces. */
const SMALL_BYTES = 256 * 1024
const GROUP_BYTES = 2 * 1024 * 1024
const GROUP_SIZE = 50
const SIZES_AT_ONCE = 500
/** Attempts at a message before it is set aside and those behind it are read. */
const ATTEMPTS = 3

export interface Reading {
  cx: () => Cx
  client: ImapFlow
  account: Account
  progress: Progress
  stopped: AbortSignal
  /** Messages were stored here and may be marked there. */
  stored: (uids: readonly number[]) => Promise<void>
}

/** One message cannot be had, on a connection that works otherwise. It is tried again at once, alone, and then set aside. */
export class Stuck extends Error {}

/**
 * Stores what is new in the folder, in the order it came. Every step is committed together with how far it went; whatever
 * is cut off in between is read again, and nothing is read twice.
 */
export async function readFolder(reading: Reading): Promise<void> {
  const { client, account, progress } = reading
  // All alone once one stood in the way, to see which.
  const together = progress.stuckUid === null ? SIZES_AT_ONCE : 1
  for await (const { uids, to } of findUids(client, account, progress)) {
    for (let at = 0; at < uids.length; at += together) {
      if (reading.stopped.aborted) return
      await readSome(reading, uids.slice(at, at + together))
    }
    if (reading.stopped.aborted) return
    if (to > progress.lastUid) await advance(reading, [], to, [])
  }
}

async function readSome(reading: Reading, uids: readonly number[]): Promise<void> {
  const { progress } = reading
  const [first = 0] = uids
  if (progress.stuckUid === first && progress.stuckCount >= ATTEMPTS) {
    await setAside(reading, first, `The mail server did not hand it over in ${ATTEMPTS} attempts.`)
    return
  }
  const sizes = await orStuck(reading, first, () => sizesOf(reading.client, uids))
  for (const group of grouped(sizes)) {
    if (reading.stopped.aborted) return
    await readGroup(reading, group)
  }
}

/** Notes which message could not be had, unless the failure has another reason. */
async function orStuck<T>(reading: Reading, uid: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TakenOver || error instanceof Problem || reading.stopped.aborted) throw error
    // That the desk cannot store now says nothing about the message.
    if (isOurs(error)) throw new DoorProblem('storage', String((error as Error).message), error)
    await noteStuck(reading.cx(), reading.progress, uid)
    throw new Stuck(`message ${uid}`, { cause: error })
  }
}

/** Small messages together, large ones alone. */
function grouped(sizes: readonly Size[]): Size[][] {
  const groups: Size[][] = []
  let bytes = 0
  for (const one of sizes) {
    const last = groups.at(-1)
    const fits = last && last.length < GROUP_SIZE && bytes + one.size <= GROUP_BYTES
    if (fits && one.size <= SMALL_BYTES && (last[0]?.size ?? 0) <= SMALL_BYTES) {
      last.push(one)
      bytes += one.size
    } else {
      groups.push([one])
      bytes = one.size
    }
  }
  return groups
}

async function readGroup(reading: Reading, group: readonly Size[]): Promise<void> {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) return
  const limit = settingOf(settings.smtpInSizeLimit)
  if (first.size > limit) {
    await setAside(reading, first.uid, `It has ${megabytes(first.size)} MB; the desk takes ${megabytes(limit)} MB.`)
    return
  }
  try {
    await orStuck(reading, first.uid, () =>
      first.size > SMALL_BYTES ? readLarge(reading, first.uid, limit) : readSmall(reading, group, last.uid),
    )
  } catch (error) {
    // Servers estimate sizes; what comes decides.
    if (!(error instanceof Problem) || error.status !== 413) throw error
    await setAside(reading, first.uid, `It is larger than the ${megabytes(limit)} MB that the desk takes.`)
  }
}

async function readSmall(reading: Reading, group: readonly Size[], to: number): Promise<void> {
  const found = await fetchWhole(
    reading.client,
    group.map((one) => one.uid),
  )
  const envelope = envelopeOf(reading.account)
  const fresh = found.filter((one) => one.bytes.length > 0)
  const known = await knownAlready(reading, fresh)
  const toStore = fresh.filter((one) => !known.has(one.uid)).map(({ bytes }) => ({ bytes, envelope }))
  await advance(
    reading,
    toStore,
    to,
    fresh.map((one) => one.uid),
  )
}

async function readLarge(reading: Reading, uid: number, limit: number): Promise<void> {
  const { client, account, progress } = reading
  const cx = reading.cx()
  await receiveMail(cx, fetchPieces(client, uid), envelopeOf(account), limit, (tx) => moveOn(tx, progress, uid, [uid]))
  progress.lastUid = uid
  await reading.stored([uid])
}

async function setAside(reading: Reading, uid: number, why: string): Promise<void> {
  const { progress, account, client } = reading
  await keepHead(reading.cx(), client, { account, progress, uid, why }, (tx) => moveOn(tx, progress, uid, []))
  moved(progress, uid)
}

async function advance(reading: Reading, messages: Whole[], to: number, uids: readonly number[]): Promise<void> {
  const { progress } = reading
  await receiveAll(reading.cx(), messages, (tx) => moveOn(tx, progress, to, uids))
  moved(progress, to)
  if (uids.length > 0) await reading.stored(uids)
}

function moved(progress: Progress, to: number): void {
  progress.lastUid = to
  progress.stuckUid = null
  progress.stuckCount = 0
}

/** After the server numbered a folder anew: those that are here byte by byte. */
async function knownAlready(
  { cx, progress }: Reading,
  found: readonly { uid: number; bytes: Buffer }[],
): Promise<Set<number>> {
  const again = found.filter((one) => one.uid < progress.rereadBelow)
  if (again.length === 0) return new Set()
  const hashes = new Map(again.map((one) => [one.uid, createHash('sha256').update(one.bytes).digest('hex')]))
  const rows = await cx()
    .db.selectFrom('intake.rawMessage')
    .select('sha256')
    .where('door', '=', 'imap')
    .where('sha256', 'in', [...hashes.values()])
    .execute()
  const here = new Set(rows.map((row) => row.sha256))
  return new Set([...hashes].filter(([, hash]) => here.has(hash)).map(([uid]) => uid))
}

export function envelopeOf(account: Account): Envelope {
  return { door: 'imap', from: '', to: [account.address], remote: account.host }
}

function isOurs(error: unknown): boolean {
  // Five characters: a code of PostgreSQL; those of sockets and of the mail library are longer.
  const { code, name } = error as { code?: unknown; name?: string }
  return (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) || name === 'DatabaseError'
}

function megabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10
}
