import { on } from '../../../platform/http/on.ts'
import {
  acceptEscalationEndpoint,
  getContact,
  getEscalations,
  getHandOffDraft,
  listEscalationPaths,
  listPathVersions,
  resetEscalationPath,
  restorePathVersion,
  returnEscalationEndpoint,
  saveEscalationPath,
  startEscalationEndpoint,
  withdrawEscalationEndpoint,
} from '../contract/http.ts'
import * as report from '../contract/http-report.ts'
import * as trigger from '../contract/http-triggers.ts'
import { acceptEscalation } from './accept-escalation.ts'
import { draftHandOff } from './draft-hand-off.ts'
import { resetPath, restorePath, savePath, viewPaths, viewPathVersions } from './manage-paths.ts'
import {
  addTrigger,
  changeTrigger,
  removeTrigger,
  restoreTrigger,
  viewTriggers,
  viewTriggerVersions,
} from './manage-triggers.ts'
import { previewTrigger } from './preview-trigger.ts'
import { escalationReport, listEscalations } from './report.ts'
import { returnEscalation, withdrawEscalation } from './return-escalation.ts'
import { sayUrgent } from './say-urgent.ts'
import { settleEscalation } from './settle-escalation.ts'
import { startEscalation } from './start-escalation.ts'
import { escalateToLeads } from './tell-leads.ts'
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
  on(restorePathVersion, { access: manage }, (cx, { params, body }) => restorePath(cx, params.service, body.version)),
  on(listPathVersions, { access: manage }, (cx, { params }) => viewPathVersions(cx.db, params.service)),
  on(trigger.tellLeadsEndpoint, { access: escalate, rateLimit: { hits: 30, perSeconds: 60 } }, (cx, { params, body }) =>
    escalateToLeads(cx, params.number, body),
  ),
  on(trigger.settleEscalationEndpoint, { access: escalate }, (cx, { params, body }) =>
    settleEscalation(cx, params.number, params.id, body.note),
  ),
  on(
    trigger.sayUrgentEndpoint,
    { access: 'ticket.readOwn', rateLimit: { hits: 10, perSeconds: 3600 } },
    (cx, { params, body }) => sayUrgent(cx, params.number, body.reason),
  ),
  on(report.listEscalations, { access: 'escalation.override' }, (cx, { query }) => listEscalations(cx, query)),
  on(report.getEscalationReport, { access: 'escalation.override' }, (cx, { query }) => escalationReport(cx, query)),
  on(trigger.listTriggers, { access: manage }, (cx) => viewTriggers(cx)),
  on(trigger.createTrigger, { access: manage, etag }, (cx, { body }) => addTrigger(cx, body)),
  on(trigger.saveTrigger, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeTrigger(cx, params.id, body, ifMatch),
  ),
  on(trigger.removeTrigger, { access: manage }, (cx, { params }) => removeTrigger(cx, params.id)),
  on(trigger.restoreTriggerVersion, { access: manage }, (cx, { params, body }) =>
    restoreTrigger(cx, params.id, body.version),
  ),
  on(trigger.listTriggerVersions, { access: manage }, (cx, { params }) => viewTriggerVersions(cx.db, params.id)),
  on(trigger.previewTrigger, { access: manage, rateLimit: { hits: 60, perSeconds: 60 } }, (cx, { body }) =>
    previewTrigger(cx, body.rule, body.days),
  ),
]
