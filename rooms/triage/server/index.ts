import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { recentTickets } from './alike-around.ts'
import { hearers } from './facts.ts'
import { followMatrix, followMerger, sweepFingerprints } from './jobs.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { alikeAround } from './alike-around.ts'
export { findSimilar } from './find-similar.ts'
export { markAsSpam, markSpam, unmarkSpam } from './mark-spam.ts'
export { overrideByRule, overridePriority } from './override-priority.ts'
export { isSpam, sentOnlySpam } from './queries.ts'

export const room: Room = {
  name: 'triage',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [followMatrix, followMerger],
  crons: [sweepFingerprints],
  memories: [recentTickets],
}
