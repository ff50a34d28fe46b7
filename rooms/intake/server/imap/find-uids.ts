import type { ImapFlow, SearchObject } from 'imapflow'
import type { Account } from './account.ts'
import { DoorProblem } from './explain-trouble.ts'
import type { Progress } from './progress.ts'

const NARROW = 2000
const DAY_MS = 86_400_000

/**
 * Numbers of messages that are to be imported, ascending, a window at a time: a folder of a million messages is never
 * listed at once. `to` is how far the window reached.
 */
export async function* findUids(
  client: ImapFlow,
  account: Account,
  progress: Progress,
): AsyncGenerator<{ uids: number[]; to: number }> {
  let from = progress.lastUid + 1
  let width = NARROW
  while (from < progress.backlogBelow) {
    const to = Math.min(from + width, progress.backlogBelow) - 1
    const uids = await search(client, { uid: `${from}:${to}`, ...wantedOfBacklog(account, progress) })
    // Numbers may have wide gaps.
    width = uids.length === 0 ? Math.min(width * 4, 2 ** 31) : NARROW
    yield { uids, to }
    from = to + 1
  }
  // `n:*` names the last message even where its number is smaller.
  const uids = (await search(client, { uid: `${from}:*` })).filter((uid) => uid >= from)
  if (uids.length > 0) yield { uids, to: uids.at(-1) ?? from }
}

function wantedOfBacklog({ startWith }: Account, { rereadBelow, startedAt }: Progress): SearchObject {
  if (startWith === 'all') return {}
  // Servers go by their own day, which may have begun earlier than this one's.
  const since = { since: new Date(startedAt.getTime() - DAY_MS) }
  if (rereadBelow === 0) return startWith === 'unread' ? { seen: false } : since
  // What came since may have been read by somebody meanwhile.
  return startWith === 'unread' ? { or: [{ seen: false }, since] } : since
}

async function search(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true })
  if (!Array.isArray(found)) throw new DoorProblem(client.usable ? 'server' : 'closed', 'The search was not answered.')
  return found.sort((a, b) => a - b)
}
