import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db, Tx } from '../../../platform/db/index.ts'
import { addJob, cron, job } from '../../../platform/jobs/index.ts'

// About two megabytes of fresh words: a search reads through them in some milliseconds, and many of a word are merged in one go.
const mergeAfter = 2000
let messages = 0

/** Merges the words of fresh messages into the index, which takes some 0.2 s; until then a search finds them one by one. */
export async function mergeWords(db: Db): Promise<void> {
  await sql`select gin_clean_pending_list('desk.document_words')`.execute(db)
}

const mergeFreshWords = job('merge fresh words', Type.Object({}), (cx) => mergeWords(cx.db))
const mergeEveryMinute = cron('merge the words of the last minute', '* * * * *', (cx) => mergeWords(cx.db))

/** Counts a message whose words were written; now and then of very many, these are merged before the minute is over. */
export async function countMessage(tx: Tx): Promise<void> {
  messages++
  if (messages % mergeAfter === 0) await addJob(tx, mergeFreshWords, {}, { key: 'desk.mergeWords' })
}

export const merging = { jobs: [mergeFreshWords], crons: [mergeEveryMinute] }
