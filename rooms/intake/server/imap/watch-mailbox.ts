import type { ImapFlow } from 'imapflow'
import { settingOf } from '../../../../platform/config/index.ts'
import { type Ground, makeCx, systemActor } from '../../../../platform/cx.ts'
import { settings } from '../config.ts'
import { imapDoor, noteDoorQuietly } from '../note-door.ts'
import { type Account, accountOf } from './account.ts'
import { connect, disconnect } from './connect.ts'
import { DoorProblem, troubleOf } from './explain-trouble.ts'
import { fetchWanted } from './fetch-wanted.ts'
import { markImported } from './mark-imported.ts'
import { progressIn } from './progress.ts'
import { type Reading, readFolder, Stuck } from './read-folder.ts'
import { forgetToken, loginOf } from './sign-in.ts'
import { type Bell, makeBell, waitAfter } from './waiting.ts'

/** A server that pushes is asked now and then all the same: a push may be lost. */
const PUSHED_CHECK_MS = 5 * 60_000
const STUCK_WAIT_MS = 1000

/** What a waiting watch listens to: while it is connected, and between two attempts. */
interface Bells {
  news: Bell
  retry: Bell
}

export interface Watch {
  /** Looks now instead of at the next turn. */
  wake(): void
  stop(): Promise<void>
}

/** Collects one mailbox for as long as it is not stopped: connects, reads, waits for news, and comes back after failures. */
export function watchMailbox(ground: Ground, mailboxId: number): Watch {
  const stopping = new AbortController()
  const bells = { news: makeBell(), retry: makeBell() }
  const done = keepWatching(ground, mailboxId, bells, stopping.signal)
  return {
    wake: () => {
      bells.news.ring()
      bells.retry.ring()
    },
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function keepWatching(ground: Ground, mailboxId: number, bells: Bells, stopped: AbortSignal): Promise<void> {
  const cx = () => makeCx(ground, systemActor)
  const door = imapDoor(mailboxId)
  let failures = 0
  while (!stopped.aborted) {
    let account: Account | undefined
    try {
      account = await accountOf(ground.db, mailboxId)
      if (!account) return
      await collect(ground, account, bells.news, stopped, () => {
        failures = 0
      })
    } catch (error) {
      if (stopped.aborted) break
      if (error instanceof Stuck) {
        ground.log.warn({ mailbox: mailboxId, error: String(error.cause) }, 'a message cannot be fetched')
        await bells.retry.wait(STUCK_WAIT_MS, stopped)
        continue
      }
      failures++
      const trouble = troubleOf(error)
      if (account && trouble.code === 'login') forgetToken(account)
      ground.log.warn(
        { mailbox: mailboxId, trouble: trouble.code, detail: trouble.detail },
        'a mailbox cannot be collected',
      )
      await noteDoorQuietly(cx(), door, {
        state: failures > 1 || isLasting(trouble.code) ? 'failed' : 'waiting',
        trouble,
      })
      await bells.retry.wait(waitAfter(failures, trouble.code === 'login' || trouble.code === 'token'), stopped)
    }
  }
  await noteDoorQuietly(cx(), door, { state: 'stopped' })
}

/** Some troubles pass by themselves in seconds; these need a person. */
function isLasting(code: string): boolean {
  return !['closed', 'timeout', 'storage'].includes(code)
}

async function collect(
  ground: Ground,
  account: Account,
  bell: Bell,
  stopped: AbortSignal,
  fine: () => void,
): Promise<void> {
  const cx = () => makeCx(ground, systemActor)
  const client = await connect(account, await loginOf(cx(), account))
  const abort = () => client.close()
  stopped.addEventListener('abort', abort, { once: true })
  client.on('exists', () => bell.ring())
  client.once('close', () => bell.ring())
  try {
    const folder = await open(client, account.folder)
    const progress = await progressIn(cx(), account, folder)
    const door = imapDoor(account.mailboxId)
    let markTrouble: unknown
    const tryToMark = () =>
      markImported(cx(), client, account).then(
        () => {
          markTrouble = undefined
        },
        (error: unknown) => {
          markTrouble = error
        },
      )
    const stored = async () => {
      await noteDoorQuietly(cx(), door, {
        state: 'connected',
        message: true,
        backlog: backlogOf(client, progress.lastUid),
      })
      await tryToMark()
    }
    const reading: Reading = { cx, client, account, progress, stopped, stored }
    while (!stopped.aborted) {
      await tryToMark()
      await readFolder(reading)
      await fetchWanted(reading)
      if (!client.usable) throw new DoorProblem('closed', 'The connection was closed by the server.')
      // Nothing more can be marked, but what comes in is still taken.
      if (markTrouble instanceof DoorProblem && markTrouble.code !== 'after_import') throw markTrouble
      const trouble = markTrouble ? troubleOf(markTrouble) : null
      await noteDoorQuietly(cx(), door, { state: trouble ? 'failed' : 'connected', trouble, backlog: 0 })
      fine()
      await waitForNews(client, bell, stopped)
      if (!client.usable && !stopped.aborted)
        throw new DoorProblem('closed', 'The connection was closed by the server.')
    }
  } finally {
    stopped.removeEventListener('abort', abort)
    await disconnect(client)
  }
}

async function open(client: ImapFlow, folder: string) {
  try {
    return await client.mailboxOpen(folder)
  } catch (error) {
    if (!client.usable) throw error
    throw new DoorProblem('folder', `${folder}: ${troubleOf(error).detail}`, error)
  }
}

/** An estimate from the numbers; exact enough to say “about 9,000 wait”. */
function backlogOf(client: ImapFlow, lastUid: number): number {
  if (!client.mailbox) return 0
  return Math.max(0, Math.min(client.mailbox.exists, client.mailbox.uidNext - 1 - lastUid))
}

async function waitForNews(client: ImapFlow, bell: Bell, stopped: AbortSignal): Promise<void> {
  const poll = settingOf(settings.imapPollSeconds) * 1000
  if (!client.capabilities.has('IDLE')) {
    await bell.wait(poll, stopped)
    if (!stopped.aborted && client.usable) await client.noop()
    return
  }
  // The next command ends it.
  client.idle().catch(() => {})
  await bell.wait(Math.max(poll, PUSHED_CHECK_MS), stopped)
}
