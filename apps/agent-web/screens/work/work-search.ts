export interface WorkSearch {
  view?: string
}

export const validWorkSearch = (given: Record<string, unknown>): WorkSearch =>
  typeof given.view === 'string' ? { view: given.view } : {}
