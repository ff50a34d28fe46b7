import type { Cx } from '../../../platform/cx.ts'
import type { Trouble } from '../contract/doors.ts'
import type { DoorTable } from './imap/tables.ts'

interface Note {
  state: DoorTable['state']
  details?: Record<string, string | number | boolean>
  trouble?: Trouble | null
  backlog?: number
  /** A message came through just now. */
  message?: boolean
}

/** Writes down how a door is, for the administrators. The last trouble stays on record when it is over. */
export async function noteDoor(cx: Cx, name: string, note: Note): Promise<void> {
  const { state, details, trouble, backlog, message } = note
  const set = {
    state,
    seenAt: cx.now,
    ...(details ? { details: JSON.stringify(details) } : {}),
    ...(backlog === undefined ? {} : { backlog }),
    ...(message ? { lastMessageAt: cx.now } : {}),
    ...(trouble ? { trouble: trouble.code, troubleDetail: trouble.detail, troubleAt: cx.now } : {}),
  }
  await cx.db
    .insertInto('intake.door')
    .values({ name, stateAt: cx.now, ...set, details: JSON.stringify(details ?? {}) })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        ...set,
        stateAt: eb.case().when('intake.door.state', '=', state).then(eb.ref('intake.door.stateAt')).else(cx.now).end(),
      })),
    )
    .execute()
}

/** Health is told, never in the way: a door works on while the database has no word for it. */
export function noteDoorQuietly(cx: Cx, name: string, note: Note): Promise<void> {
  return noteDoor(cx, name, note).catch((error: unknown) => {
    cx.log.warn({ error: String(error), door: name }, 'the state of a mail door could not be written down')
  })
}

export function imapDoor(mailboxId: number): string {
  return `imap:${mailboxId}`
}
