import type { Static, TObject } from 'typebox'
import type { Listeners, Tx } from '../db/index.ts'
import { addJobs } from '../jobs/add-job.ts'
import type { FactDefinition } from './contract.ts'
import type { ToldFact } from './told-fact.ts'

export interface Hearer {
  /** `room.doesWhat`, unique; part of the job key, so that a fact reaches a later hearer once. */
  name: string
  fact: string
  when: 'inline' | 'later'
  handle: (tx: Tx, fact: ToldFact) => Promise<void>
  /**
   * Facts that this says no to are not heard: it saves the job that would find out that there is nothing to do. Asked in the
   * transaction of the change, so it may look, but hardly.
   */
  concerns?: (data: Record<string, unknown>, tx: Tx, fact: ToldFact) => boolean | Promise<boolean>
}

/**
 * Declares that a room hears a fact. `inline` runs in the same transaction as the change (few; they slow it down and can
 * fail it); `later` runs in a job of its own and may be run again after a crash, so it must be idempotent.
 */
export function hear<S extends TObject>(
  name: string,
  definition: FactDefinition<S>,
  when: Hearer['when'],
  handle: (tx: Tx, fact: ToldFact<Static<S>>) => Promise<void>,
  concerns: (data: Static<S>, tx: Tx, fact: ToldFact) => boolean | Promise<boolean> = () => true,
): Hearer {
  return {
    name,
    fact: definition.name,
    when,
    handle: handle as Hearer['handle'],
    concerns: concerns as NonNullable<Hearer['concerns']>,
  }
}

export interface Hearers extends Listeners {
  all: readonly Hearer[]
}

export const hearJob = 'hear a fact'

export function gatherHearers(all: readonly Hearer[]): Hearers {
  const inline = new Map<string, Hearer[]>()
  const later = new Map<string, Hearer[]>()
  for (const hearer of all) {
    const map = hearer.when === 'inline' ? inline : later
    map.set(hearer.fact, [...(map.get(hearer.fact) ?? []), hearer])
  }
  return {
    all,
    async tell(tx, fact) {
      const concerned = (hearer: Hearer) => hearer.concerns?.(fact.data, tx, fact) ?? true
      for (const hearer of inline.get(fact.name) ?? []) if (await concerned(hearer)) await hearer.handle(tx, fact)
      const listeners: Hearer[] = []
      for (const hearer of later.get(fact.name) ?? []) if (await concerned(hearer)) listeners.push(hearer)
      if (listeners.length === 0) return
      await addJobs(
        tx,
        listeners.map((hearer) => ({ name: hearJob, payload: { factId: fact.id, hearer: hearer.name } })),
      )
    },
  }
}
