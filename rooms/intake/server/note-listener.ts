import { hostname } from 'node:os'
import type { Cx } from '../../../platform/cx.ts'
import type { Running } from '../../../platform/room.ts'
import { told } from './imap/explain-trouble.ts'
import { noteDoorQuietly } from './note-door.ts'

const EVERY_MS = 30_000
const DAY_MS = 86_400_000

export interface ListenerNote extends Running {
  /** Messages could not be stored. */
  trouble(error: unknown): void
}

/** Writes down every half minute that a listener lives, so that the page of the doors shows those of every process. */
export function noteListener(cx: () => Cx, port: number, place: string, tls: boolean, beat: () => void): ListenerNote {
  const name = `smtp:${hostname()}:${port}`
  const live = () => noteDoorQuietly(cx(), name, { state: 'connected', details: { place, tls } })
  const begun = live().then(() => forgetOld(cx()))
  const timer = setInterval(() => {
    beat()
    void live()
  }, EVERY_MS)
  return {
    trouble(error) {
      void noteDoorQuietly(cx(), name, { state: 'failed', trouble: told('storage', String(error)) })
    },
    async stop() {
      clearInterval(timer)
      await begun
      await cx()
        .db.deleteFrom('intake.door')
        .where('name', '=', name)
        .execute()
        .catch(() => {})
    },
  }
}

/** Listeners of processes that ended without a word. */
async function forgetOld(cx: Cx): Promise<void> {
  await cx.db
    .deleteFrom('intake.door')
    .where('name', 'like', 'smtp:%')
    .where('seenAt', '<', new Date(cx.now.getTime() - DAY_MS))
    .execute()
    .catch(() => {})
}
