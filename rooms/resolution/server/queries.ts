import { createHash } from 'node:crypto'
import type { Reader } from '../../../platform/db/index.ts'

export async function resolutionsOf(reader: Reader, ticketNumber: number) {
  return reader
    .selectFrom('resolution.resolution as r')
    .leftJoin('resolution.closure as c', 'c.resolutionId', 'r.id')
    .selectAll('r')
    .select(['c.how', 'c.closedAt', 'c.closedByName'])
    .where('r.ticketNumber', '=', ticketNumber)
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
}

export async function currentResolution(reader: Reader, ticketNumber: number) {
  return reader
    .selectFrom('resolution.resolution')
    .selectAll()
    .where('ticketNumber', '=', ticketNumber)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

/** The resolution that the link in a mail stands for, in force or not. */
export async function resolutionByToken(reader: Reader, token: string) {
  return reader
    .selectFrom('resolution.confirmationLink as l')
    .innerJoin('resolution.resolution as r', 'r.id', 'l.resolutionId')
    .selectAll('r')
    .where('l.tokenHash', '=', hashOf(token))
    .executeTakeFirst()
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
