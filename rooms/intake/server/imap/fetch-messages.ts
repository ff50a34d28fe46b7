import type { ImapFlow } from 'imapflow'
import { DoorProblem } from './explain-trouble.ts'

const PIECE_BYTES = 256 * 1024
const HEAD_BYTES = 64 * 1024

export interface Size {
  uid: number
  size: number
}

/** Sizes of those that are still there, in the order of their numbers. */
export async function sizesOf(client: ImapFlow, uids: readonly number[]): Promise<Size[]> {
  const found: Size[] = []
  for await (const message of client.fetch(uids.join(','), { uid: true, size: true }, { uid: true })) {
    found.push({ uid: message.uid, size: message.size ?? 0 })
  }
  alive(client)
  return found.filter((one) => uids.includes(one.uid)).sort((a, b) => a.uid - b.uid)
}

/** Whole messages, small ones; those that are gone meanwhile are left out. */
export async function fetchWhole(client: ImapFlow, uids: readonly number[]): Promise<{ uid: number; bytes: Buffer }[]> {
  const found: { uid: number; bytes: Buffer }[] = []
  for await (const { uid, source } of client.fetch(uids.join(','), { uid: true, source: true }, { uid: true })) {
    if (source && uids.includes(uid)) found.push({ uid, bytes: source })
  }
  alive(client)
  return found.sort((a, b) => a.uid - b.uid)
}

/** A large message, a piece at a time. */
export async function* fetchPieces(client: ImapFlow, uid: number): AsyncGenerator<Buffer> {
  for (let start = 0; ; ) {
    const query = { uid: true, source: { start, maxLength: PIECE_BYTES } }
    const found = await client.fetchOne(String(uid), query, { uid: true })
    alive(client)
    if (!found) {
      if (start === 0) return
      throw new DoorProblem('server', `Message ${uid} vanished after ${start} bytes.`)
    }
    if (!found.source) return
    yield found.source
    start += found.source.length
    // A server that does not know pieces gives all of it at once.
    if (found.source.length !== PIECE_BYTES) return
  }
}

/** The head of a message and nothing of its body. */
export async function fetchHead(client: ImapFlow, uid: number): Promise<Buffer> {
  const found = await client.fetchOne(String(uid), { uid: true, headers: true }, { uid: true })
  alive(client)
  return (found || undefined)?.headers?.subarray(0, HEAD_BYTES) ?? Buffer.alloc(0)
}

function alive(client: ImapFlow): void {
  if (!client.usable) throw new DoorProblem('closed', 'The connection broke while messages were fetched.')
}
