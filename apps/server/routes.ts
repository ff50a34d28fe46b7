import type { SeedDesk } from '../../db/seeds/desk.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { fileRoutes } from '../../platform/files/routes.ts'
import { aboutRoutes } from '../../platform/http/about-routes.ts'
import type { Route } from '../../platform/http/on.ts'
import type { Room } from '../../platform/room.ts'
import { exampleRoutes } from './example-desk.ts'

export const { version } = packageJson

/** Everything the API can do: what the rooms bring, and what the program says of itself. */
export function routesOf(rooms: readonly Room[], desk: () => SeedDesk = notAssembled): Route[] {
  const routes: Route[] = [
    ...aboutRoutes(version, () => routes),
    ...fileRoutes(rooms.flatMap((room) => room.fileGuards ?? [])),
    ...exampleRoutes(desk),
    ...rooms.flatMap((room) => room.routes ?? []),
  ]
  return routes
}

function notAssembled(): SeedDesk {
  throw new Error('These routes are listed, not served.')
}
