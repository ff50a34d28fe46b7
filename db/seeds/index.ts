import type { World } from './desk.ts'
import { empty } from './empty.ts'
import { harbourHospital } from './harbour-hospital/index.ts'
import { load } from './load/index.ts'

export type { Account, SeedDesk, SeedOptions, World } from './desk.ts'

/** The named worlds that `deskhand seed --world` knows. */
export const worlds: Record<'empty' | 'harbour-hospital' | 'load', World> = {
  empty,
  'harbour-hospital': harbourHospital,
  load,
}
