/** Something that happens in the house at a moment of its past. */
export interface Act {
  at: Date
  happen: () => Promise<void>
}
