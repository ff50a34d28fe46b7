import { on } from '../../../platform/http/on.ts'
import {
  acceptEscalationEndpoint,
  getContact,
  getEscalations,
  getHandOffDraft,
  listEscalationPaths,
  listPathVersions,
  resetEscalationPath,
  returnEscalationEndpoint,
  saveEscalationPath,
  startEscalationEndpoint,
  withdrawEscalationEndpoint,
} from '../contract/http.ts'
import { acceptEscalation } from './accept-escalation.ts'
import { draftHandOff } from './draft-hand-off.ts'
import { resetPath, savePath, viewPaths, viewPathVersions } from './manage-paths.ts'
import { returnEscalation, withdrawEscalation } from './return-escalation.ts'
import { startEscalation } from './start-escalation.ts'
import { viewContact } from './view-contact.ts'
import { viewEscalations } from './view-escalations.ts'

const escalate = 'escalation.escalate'
const manage = 'escalation.manage'
const etag = (path: { version: number }) => String(path.version)

export const routes = [
  on(getEscalations, { access: 'ticket.read' }, (cx, { params }) => viewEscalations(cx, params.number)),
  on(getHandOffDraft, { access: escalate }, (cx, { params }) => draftHandOff(cx, params.number)),
  on(startEscalationEndpoint, { access: escalate }, (cx, { params, body }) => startEscalation(cx, params.number, body)),
  on(acceptEscalationEndpoint, { access: escalate }, (cx, { params, body }) =>
    acceptEscalation(cx, params.number, params.id, body.reference),
  ),
  on(returnEscalationEndpoint, { access: escalate }, (cx, { params, body }) =>
    returnEscalation(cx, params.number, params.id, body.reason),
  ),
  on(withdrawEscalationEndpoint, { access: escalate }, (cx, { params }) =>
    withdrawEscalation(cx, params.number, params.id),
  ),
  on(getContact, { access: ['ticket.read', 'ticket.readOwn'] }, (cx, { params }) => viewContact(cx, params.number)),
  on(listEscalationPaths, { access: manage }, (cx) => viewPaths(cx.db)),
  on(saveEscalationPath, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    savePath(cx, params.service, body, ifMatch),
  ),
  on(resetEscalationPath, { access: manage, etag }, (cx, { params, ifMatch }) =>
    resetPath(cx, params.service, ifMatch),
  ),
  on(listPathVersions, { access: manage }, (cx, { params }) => viewPathVersions(cx.db, params.service)),
]
