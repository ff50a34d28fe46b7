import type { Reader } from '../../../platform/db/index.ts'

/** What a ticket was opened with: the text, and the intake item where it came by mail. */
export interface OpenedWith {
  text: string
  itemId: number | null
}

type Reading = (reader: Reader, numbers: readonly number[]) => Promise<Map<number, OpenedWith>>

let reading: Reading = async () => new Map()

/** The room on the right that keeps what tickets were opened with says how it is read. */
export function readFirstWordsWith(next: Reading): void {
  reading = next
}

/** What tickets were opened with, by number; without words they are missing. */
export async function firstWordsOf(reader: Reader, numbers: readonly number[]): Promise<Map<number, OpenedWith>> {
  return numbers.length === 0 ? new Map() : reading(reader, numbers)
}
