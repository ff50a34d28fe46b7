import type { Actor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { MailFate } from '../../../platform/mail/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { deskSettings } from './config.ts'

const after = (moment: Date) => new Date(moment.getTime() + deskSetting(deskSettings.undoSeconds) * 1000)

/** When the mail of what is written now may leave. A program does not change its mind; only what a person sends waits for it. */
export function undoableUntil(tx: Tx): Date | undefined {
  return tx.actor.kind === 'person' ? after(tx.now) : undefined
}

interface Written {
  authorId: number | null
  itemId: number | null
  createdAt: Date
}

/** Until when its author can take a message back; nothing that came in by mail can be, and none whose mail has left. */
export function undoUntil(message: Written, actor: Actor, now: Date, fate?: MailFate): Date | undefined {
  if (actor.id === null || message.authorId !== actor.id || message.itemId !== null) return undefined
  if (fate && !waits(fate, now)) return undefined
  const until = after(message.createdAt)
  return until > now ? until : undefined
}

function waits(fate: MailFate, now: Date): boolean {
  return fate.state === 'held' || (fate.state === 'queued' && fate.nextAttemptAt !== null && fate.nextAttemptAt > now)
}
