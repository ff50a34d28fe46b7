import { on, type Route } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { addPolicy, changePolicy, listPolicies, listVersions, orderPolicies, removePolicy } from './manage-policies.ts'
import { addTeamAgreement, changeTeamAgreement, listTeamAgreements } from './manage-team-agreements.ts'
import { startTrial, stopTrial, viewTrial } from './manage-trials.ts'
import { previewPolicy } from './preview-policy.ts'
import { restoreVersion } from './restore-version.ts'
import { explainClock, viewClocks } from './view-clocks.ts'

const etag = (policy: { version: number }) => `${policy.version}`
const all = <T>(items: T[]) => ({ items, nextCursor: null })
const read = { access: 'sla.read' }
const manage = { access: 'sla.manage', etag }

export const routes: Route[] = [
  on(http.getClocks, { access: 'ticket.read' }, (cx, { params }) => viewClocks(cx, params.number)),
  on(http.getClock, { access: 'ticket.read' }, (cx, { params }) => explainClock(cx, params.number, params.id)),

  on(http.listPolicies, read, async (cx) => all(await listPolicies(cx.db))),
  on(http.createPolicy, manage, (cx, { body }) => addPolicy(cx, body)),
  on(http.previewPolicy, read, (cx, { body }) => previewPolicy(cx, body)),
  on(http.putPolicyOrder, { access: 'sla.manage' }, async (cx, { body }) => all(await orderPolicies(cx, body.ids))),
  on(http.putPolicy, manage, (cx, { params, body, ifMatch }) => changePolicy(cx, params.id, body, ifMatch)),
  on(http.deletePolicy, { access: 'sla.manage' }, (cx, { params }) => removePolicy(cx, params.id)),
  on(http.listPolicyVersions, read, async (cx, { params }) => all(await listVersions(cx, params.id))),
  on(http.restorePolicyVersion, { access: 'sla.manage' }, (cx, { params, body }) =>
    restoreVersion(cx, params.id, body.version),
  ),

  on(http.listTeamAgreements, read, async (cx) => all(await listTeamAgreements(cx.db))),
  on(http.createTeamAgreement, manage, (cx, { body }) => addTeamAgreement(cx, body)),
  on(http.putTeamAgreement, manage, (cx, { params, body, ifMatch }) =>
    changeTeamAgreement(cx, params.id, body, ifMatch),
  ),
  on(http.deleteTeamAgreement, { access: 'sla.manage' }, (cx, { params }) => removePolicy(cx, params.id)),

  // Each reads all tickets of its days.
  on(http.createTrial, { ...read, rateLimit: { hits: 30, perSeconds: 600 } }, (cx, { body }) => startTrial(cx, body)),
  on(http.getTrial, read, (cx, { params }) => viewTrial(cx, params.id)),
  on(http.deleteTrial, read, (cx, { params }) => stopTrial(cx, params.id)),
]
