/** A fact as it was told: who, when, about what. */
export interface ToldFact<Data = Record<string, unknown>> {
  id: number
  name: string
  subjectKind: string
  subjectId: number
  at: Date
  actorKind: string
  actorId: number | null
  actorName: string
  data: Data
  /** What came with it for inline hearers only, e.g. the words of a first message; it is not kept in the fact. */
  enclosed?: unknown
}
