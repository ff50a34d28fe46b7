import type { Reader } from '../../../platform/db/index.ts'

export async function overrideOf(reader: Reader, number: number) {
  return reader.selectFrom('triage.override').selectAll().where('ticketNumber', '=', number).executeTakeFirst()
}

export async function spamMarkOf(reader: Reader, number: number) {
  return reader.selectFrom('triage.spam').selectAll().where('ticketNumber', '=', number).executeTakeFirst()
}

/** Whether a ticket is marked as spam: then nobody is mailed about it. */
export async function isSpam(reader: Reader, number: number): Promise<boolean> {
  return (await spamMarkOf(reader, number)) !== undefined
}
