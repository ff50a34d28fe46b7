import type { LiveGuard } from '../../../platform/live/sockets.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { permissions } from './access.ts'
import { categories, matrices, services } from './queries.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { priorityOf } from '../contract/matrix.ts'
export { addCategory } from './add-category.ts'
export { addService } from './add-service.ts'
export { changeForm } from './change-form.ts'
export { checkShape } from './change-matrix.ts'
export {
  categoriesWithin,
  categoryCards,
  findCategory,
  findService,
  formFor,
  formVersions,
  matrix,
  serviceCards,
  serviceDefaults,
} from './queries.ts'

/** That something in the catalogue changed is no secret; what it is now is read through the API. */
const signedIn: LiveGuard = async () => (actor) => actor.kind !== 'anonymous'

export const room: Room = {
  name: 'catalog',
  routes,
  permissions,
  facts: Object.values(facts),
  memories: [matrices, services, categories],
  liveGuards: { service: signedIn, category: signedIn, matrix: signedIn },
}
