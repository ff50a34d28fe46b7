import { routesOf, version } from '../../apps/server/routes.ts'
import { openApiOf } from '../../platform/http/openapi.ts'
import type { Room } from '../../platform/room.ts'

export function describeOpenApi(rooms: readonly Room[]): string {
  const routes = routesOf(rooms)
  return `${JSON.stringify(openApiOf(routes, version), null, 1)}\n`
}
