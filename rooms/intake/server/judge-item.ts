import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { readBounce } from './bounce/read-bounce.ts'
import { fileReport } from './file-report.ts'
import { type Lately, stormOf } from './note-storm.ts'
import type { ReadMail } from './read-item.ts'
import { isLooping } from './rules.ts'
import type { ItemState } from './tables.ts'
import { trustSettings } from './trust/config.ts'
import { spamVerdict } from './trust/spam-verdict.ts'
import { subjectKey } from './trust/subject-key.ts'

export interface Verdict {
  state: ItemState
  reason: string
  ticketNumber?: number
  stormId?: number
}

export type Judgement = { verdict: Verdict } | { verdict: null; spam: boolean }

/** Whether a message is to be filed at all, or is here already, is our own, says that another failed, or has to wait. */
export async function judgeItem(tx: Tx, itemId: number, read: ReadMail, key: string): Promise<Judgement> {
  const { mail, fromUs } = read
  const bounce = readBounce(mail)
  // Some mail systems sign their reports with half an address.
  const missing = bounce ? null : missingSender(read)
  if (missing) return { verdict: missing }
  const known = await knownOf(tx, itemId, read, key)
  if (known.twin) return say('duplicate', `It is the same message as inbound mail ${known.twin}.`)
  if (isLooping(mail)) return say('ignored', 'It goes round between mail servers.')
  if (known.ours || fromUs) return say('ignored', 'It is a mail of the desk itself.')
  if (bounce) return { verdict: await fileReport(tx, bounce, mail.text) }
  if (isReceipt(mail)) return say('ignored', 'It is a receipt: it says what became of a mail, and nothing else.')
  const spam = spamReason(read)
  const action = deskSetting(trustSettings.spamAction)
  if (spam && action === 'ignore') return say('ignored', `It is taken for spam. ${spam}`)
  if (spam && action === 'hold') return say('held', `It is taken for spam. ${spam}`)
  const storm = await stormOf(tx, read, known)
  if (storm) return { verdict: { state: 'held', reason: storm.reason, stormId: storm.id } }
  return { verdict: null, spam: spam !== null && action === 'mark' }
}

/** RFC 8098: somebody read or deleted a mail. */
function isReceipt(mail: ReadMail['mail']): boolean {
  const type = mail.headers.get('content-type')?.[0] ?? ''
  return /^multipart\/report\b/i.test(type) && /report-type\s*=\s*"?disposition-notification/i.test(type)
}

export function missingSender(read: ReadMail): Verdict | null {
  return read.sender ? null : { state: 'failed', reason: 'It names no sender.' }
}

function say(state: ItemState, reason: string): Judgement {
  return { verdict: { state, reason } }
}

function spamReason({ mail, trust }: ReadMail): string | null {
  if (!trust.hop.trusted || deskSetting(trustSettings.spamAction) === 'file') return null
  return spamVerdict(mail.headers, {
    level: deskSetting(trustSettings.spamLevel),
    scl: deskSetting(trustSettings.spamScl),
    header: deskSetting(trustSettings.spamHeader),
  })
}

interface Known extends Lately {
  /** An item that is the same message. */
  twin: number | null
  /** It is one that the desk sent. */
  ours: boolean
}

async function knownOf(tx: Tx, itemId: number, { mail, sender }: ReadMail, key: string): Promise<Known> {
  // Without id and date, a device that says the same again next week is no copy.
  const since = mail.messageId === null && mail.date === null ? new Date(tx.now.getTime() - 3_600_000) : new Date(0)
  const lately = new Date(tx.now.getTime() - deskSetting(trustSettings.stormMinutes) * 60_000)
  const { rows } = await sql<Known>`
    select
      (select id from intake.item where dedupe_key = ${key} and id <> ${itemId} and state <> 'discarded'
        and received_at > ${since}
        -- Devices and scripts give every mail the same id, but a date of its own, which no relay changes.
        and (sent_at is null or ${mail.date}::timestamptz is null or sent_at = ${mail.date}
          or (subject = ${mail.subject} and position(coalesce(text, '') in ${mail.text}) > 0
            and abs(extract(epoch from sent_at - ${mail.date}::timestamptz)) < 86400))
        limit 1) as twin,
      exists (select from platform.outbox where message_id = ${mail.messageId}) as ours,
      (select count(*)::int from (select from intake.item where lower(from_email) = ${sender?.email.toLowerCase() ?? ''}
        and received_at > ${lately} and id <> ${itemId} and not forced
        limit ${deskSetting(trustSettings.stormSender)}) few) as from_sender,
      (select count(*)::int from (select from intake.item where subject_key = ${subjectKey(mail.subject)}
        and subject_key <> '' and received_at > ${lately} and id <> ${itemId} and not forced
        limit ${deskSetting(trustSettings.stormSubject)}) few) as on_subject`.execute(tx)
  return rows[0] ?? { twin: null, ours: false, fromSender: 0, onSubject: 0 }
}
