import type { Reader } from '../../../platform/db/index.ts'
import type { MailAuthentication } from '../contract/authentication.ts'

/** Whether the mails of these items are from whom they say, by item; items without a finding are left out. */
export async function authenticationsOf(
  reader: Reader,
  itemIds: readonly number[],
): Promise<Map<number, MailAuthentication>> {
  if (itemIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('intake.item')
    .select(['id', 'authentication'])
    .where('id', 'in', [...itemIds])
    .execute()
  return new Map(rows.flatMap((row) => (row.authentication ? [[row.id, row.authentication] as const] : [])))
}
