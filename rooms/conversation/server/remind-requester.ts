import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { dayIn } from './mail-dates.ts'
import { mailRequester } from './mail-requester.ts'
import { summaryOf } from './mail-templates.ts'
import { reminderTemplate, waitingTemplate } from './notice-templates.ts'

/** So long one may set the status first and write then. */
const WRITE_MS = 15 * 60_000
/** What was written that shortly before the ticket began to wait is the question itself: no mail needs to repeat it. */
const JUST_ASKED_MS = 60 * 60_000
const DAY_MS = 24 * 60 * 60_000
const LAST_STEP = 2

/** A ticket began to wait for its requester. */
export async function beginToWait(tx: Tx, ticketNumber: number): Promise<void> {
  const begun = { since: tx.now, step: 0, nextAt: new Date(tx.now.getTime() + WRITE_MS) }
  await tx
    .insertInto('conversation.requesterWait')
    .values({ ticketNumber, ...begun })
    .onConflict((conflict) => conflict.column('ticketNumber').doUpdateSet(begun))
    .execute()
}

/** They answered, or the desk goes on without. */
export async function endWait(tx: Tx, ticketNumber: number): Promise<void> {
  await tx.deleteFrom('conversation.requesterWait').where('ticketNumber', '=', ticketNumber).execute()
}

export const remindRequesters = alarm(
  'remind a requester whose ticket waits for them',
  { table: 'conversation.requester_wait', key: 'ticket_number', at: 'next_at' },
  async (tx, number) => {
    const ticket = await unsafeTicket(tx, number, true)
    const wait = await tx
      .selectFrom('conversation.requesterWait')
      .select(['since', 'step'])
      .where('ticketNumber', '=', number)
      .executeTakeFirst()
    if (!ticket || !wait) return
    if (ticket.status !== 'waiting_requester') return endWait(tx, number)
    const last = await lastWords(tx, number)
    const due = wait.step === 0 ? wait.since : dueAt(wait.step, wait.since, last.askedAt)
    // Whoever wrote to them since begins to count anew.
    if (due && due > tx.now) return put(tx, number, wait.step, due)
    if (wait.step === 0) await sayThatItWaits(tx, ticket, wait.since, last)
    else if (due) await remind(tx, ticket, wait, last)
    const next = [1, 2].find((step) => step > wait.step && dueAt(step, wait.since, last.askedAt))
    await put(
      tx,
      number,
      next ?? LAST_STEP,
      next === undefined ? null : laterThan(tx.now, dueAt(next, wait.since, last.askedAt)),
    )
  },
)

async function put(tx: Tx, ticketNumber: number, step: number, nextAt: Date | null | undefined): Promise<void> {
  await tx
    .updateTable('conversation.requesterWait')
    .set({ step, nextAt: nextAt ?? null })
    .where('ticketNumber', '=', ticketNumber)
    .execute()
}

/** When the first or second reminder is due; undefined when none is wanted. */
function dueAt(step: number, since: Date, askedAt: Date | null): Date | undefined {
  const days = deskSetting(step === 1 ? deskSettings.firstReminderDays : deskSettings.lastReminderDays)
  if (days === 0) return undefined
  return new Date(Math.max(since.getTime(), askedAt?.getTime() ?? 0) + days * DAY_MS)
}

/** Two reminders in one go would be one too many. */
function laterThan(now: Date, at: Date | undefined): Date | undefined {
  return at && (at > now ? at : new Date(now.getTime() + DAY_MS))
}

interface LastWords {
  /** What the desk said last to the requester, and when. */
  asked: string | null
  askedAt: Date | null
  /** Whether what came last from their side was written by a program: they are away, or nobody reads it. */
  answeredByProgram: boolean
}

async function lastWords(tx: Tx, ticketNumber: number): Promise<LastWords> {
  const last = (direction: 'in' | 'out') =>
    tx
      .selectFrom('conversation.message')
      .select(['text', 'sentAt', 'automatic'])
      .where('ticketNumber', '=', ticketNumber)
      .where('kind', '=', 'reply')
      .where('direction', '=', direction)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  const [asked, answered] = [await last('out'), await last('in')]
  return {
    asked: asked?.text ?? null,
    askedAt: asked?.sentAt ?? null,
    answeredByProgram: answered?.automatic ?? false,
  }
}

/** Where the question is some time ago, they may not know that it is their turn. */
async function sayThatItWaits(tx: Tx, ticket: TicketRecord, since: Date, last: LastWords): Promise<void> {
  if (!deskSetting(deskSettings.tellWaiting) || last.askedAt === null || last.answeredByProgram) return
  if (last.askedAt.getTime() > since.getTime() - JUST_ASKED_MS) return
  await mailRequester(tx, ticket, () => ({
    template: waitingTemplate,
    values: () => ({ asked: summaryOf(last.asked ?? '') }),
  }))
}

async function remind(tx: Tx, ticket: TicketRecord, { since, step }: { since: Date; step: number }, last: LastWords) {
  if (last.answeredByProgram) return
  await mailRequester(tx, ticket, () => ({
    template: reminderTemplate,
    values: ({ language, timeZone }) => ({
      asked: summaryOf(last.asked ?? ''),
      since: dayIn(since, language, timeZone),
      last: step === LAST_STEP || deskSetting(deskSettings.lastReminderDays) === 0 ? '1' : '',
    }),
  }))
}
