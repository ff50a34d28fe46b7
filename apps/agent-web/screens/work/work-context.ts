import { createContext, useContext } from 'react'
import type { Neighbours } from '../../../../rooms/desk/web/index.ts'

/** Where the open ticket stands in the list beside it. */
export const WorkContext = createContext<Neighbours>({})
export const useNeighbours = () => useContext(WorkContext)
