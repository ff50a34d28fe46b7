import { Type } from 'typebox'
import type { Reader } from '../db/index.ts'
import { job } from '../jobs/job.ts'
import { type Hearer, hearJob } from './hearers.ts'
import type { ToldFact } from './told-fact.ts'

/** The job behind every `later` hearer: reads the fact again and hands it over in a transaction of its own. */
export function hearAFact(all: readonly Hearer[]) {
  const byName = new Map(all.map((hearer) => [hearer.name, hearer]))
  return job(
    hearJob,
    Type.Object({ factId: Type.Integer(), hearer: Type.String() }),
    async (cx, { factId, hearer }) => {
      const listener = byName.get(hearer)
      if (!listener) throw new Error(`No hearer is called ${hearer}`)
      await cx.tx(async (tx) => listener.handle(tx, await factById(tx, factId)))
    },
  )
}

async function factById(reader: Reader, id: number): Promise<ToldFact> {
  return reader.selectFrom('platform.fact').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
