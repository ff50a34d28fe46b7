import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { liveGuards } from './access.ts'
import { deskSettings } from './config.ts'
import { noteFailedSignIn, sendMailedToken, sweepSignIn } from './jobs.ts'
import { permissions } from './permissions.ts'
import { teams } from './queries.ts'
import { resolveActor } from './resolve-actor.ts'
import { routes } from './routes.ts'
import { vips } from './vips.ts'
import './tables.ts'

export const room: Room = {
  name: 'people',
  routes,
  facts: Object.values(facts),
  jobs: [sendMailedToken, noteFailedSignIn],
  crons: [sweepSignIn],
  deskSettings,
  permissions,
  resolveActor,
  liveGuards,
  memories: [teams, vips],
}

export { hasAdministrator } from './access.ts'
export { putMember } from './change-members.ts'
export { createAdministrator } from './create-administrator.ts'
export { declarePermissions } from './declare-permissions.ts'
export { findOrAddRequester, type Requester } from './find-or-add-requester.ts'
export { actorOfKey, actorOfPerson, actorsOfPersons } from './load-actor.ts'
export { createApiKeyFor } from './manage-api-keys.ts'
export { markAddressBounced, noteAddressWorks } from './mark-address.ts'
export { personsWith } from './persons-with.ts'
export {
  deskSettings,
  findPersonByEmail,
  localeOf,
  maySeeTeam,
  personCards,
  personMaySeeTicketsOf,
  teamCards,
  teamMemberIds,
  teamsFor,
} from './queries.ts'
export { forgetActors } from './resolve-actor.ts'
export { ensureSetUpToken } from './set-up-desk.ts'
export { type Vips, vips } from './vips.ts'
