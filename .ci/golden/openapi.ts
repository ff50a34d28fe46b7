import packageJson from '../../package.json' with { type: 'json' }
import { fileRoutes } from '../../platform/files/routes.ts'
import { openApiOf } from '../../platform/http/openapi.ts'
import type { Room } from '../../platform/room.ts'

export function describeOpenApi(rooms: readonly Room[]): string {
  const routes = [...fileRoutes([]), ...rooms.flatMap((room) => room.routes ?? [])]
  return `${JSON.stringify(openApiOf(routes, packageJson.version), null, 1)}\n`
}
