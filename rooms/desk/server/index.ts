import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { hearers } from './facts.ts'
import { merging } from './merge-words.ts'
import { permissions } from './permissions.ts'
import { rebuildSearch } from './rebuild-documents.ts'
import { routes } from './routes.ts'
import { runBulkChange } from './run-bulk-change.ts'
import './tables.ts'

export { rebuildDocuments } from './rebuild-documents.ts'

export const room: Room = {
  name: 'desk',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [runBulkChange, rebuildSearch, ...merging.jobs],
  crons: merging.crons,
  permissions,
  liveGuards: {
    // A view that is gone, or no longer shared, has to vanish from the side bars it stood in: all that is told is its number.
    view: async () => (actor) => actor.permissions.has('desk.views'),
    bulk_change: async (db, id) => {
      const row = await db.selectFrom('desk.bulkChange').select('personId').where('id', '=', id).executeTakeFirst()
      return (actor) => actor.id !== null && row?.personId === actor.id
    },
  },
}
