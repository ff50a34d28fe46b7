import type { Static, TObject } from 'typebox'

/** The declaration of a fact, in a room's `contract/facts.ts`. Runs anywhere. */
export interface FactDefinition<S extends TObject = TObject> {
  /** `room.past_tense`, e.g. `ticket.opened`. */
  name: string
  /** What kind of thing `subjectId` names, e.g. `ticket`. */
  subject: string
  data: S
}

export function fact<S extends TObject>(name: string, subject: string, data: S): FactDefinition<S> {
  return { name, subject, data }
}

export type FactData<D> = D extends FactDefinition<infer S> ? Static<S> : never
