import { createContext, useContext } from 'react'

/** Where the open ticket stands in the list beside it. */
export interface Neighbours {
  previous?: number | undefined
  next?: number | undefined
  /** Counted from 1; undefined when the ticket is not in the list. */
  position?: number | undefined
  total?: number | undefined
}

export const WorkContext = createContext<Neighbours>({})
export const useNeighbours = () => useContext(WorkContext)
