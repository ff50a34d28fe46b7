import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { addAbsence, changeAbsence, listAbsences, removeAbsence } from './absences.ts'
import { addRule, changeRule, deleteRule, orderRules } from './manage-rules.ts'
import { restoreVersion } from './restore-version.ts'
import { routeAgain } from './route-again.ts'
import { changeSkillNeed, listSkillNeeds } from './skill-needs.ts'
import { takeNext } from './take-next.ts'
import { changePersonSettings, changeTeamSettings, listTeamSettings } from './team-settings.ts'
import { startTrial, stopTrial, viewTrial } from './try-rules.ts'
import { viewDecisions } from './view-decisions.ts'
import { listRules, listVersions, viewRule } from './view-rules.ts'

const manage = 'routing.manage'
const take = 'routing.take'
const lead = ['routing.leadTeam', 'routing.manage', 'routing.take']
const etag = (thing: { version: number }) => String(thing.version)

export const routes = [
  on(http.takeNext, { access: take }, (cx, { body }) => takeNext(cx, body)),
  on(http.listDecisions, { access: 'ticket.read' }, async (cx, { params }) => ({
    items: await viewDecisions(cx, params.number),
    nextCursor: null,
  })),
  on(http.routeAgainEndpoint, { access: 'ticket.assign' }, (cx, { params }) => routeAgain(cx, params.number)),

  on(http.listRules, { access: manage }, (cx) => listRules(cx)),
  on(http.createRule, { access: manage, etag }, (cx, { body }) => addRule(cx, body)),
  on(http.putRuleOrder, { access: manage }, (cx, { body }) => orderRules(cx, body.ids)),
  on(http.getRule, { access: manage, etag }, (cx, { params }) => viewRule(cx.db, params.id, cx.now)),
  on(http.changeRuleEndpoint, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeRule(cx, params.id, body, ifMatch),
  ),
  on(http.deleteRuleEndpoint, { access: manage }, (cx, { params }) => deleteRule(cx, params.id)),
  on(http.restoreRuleVersion, { access: manage }, (cx, { params, body }) =>
    restoreVersion(cx, params.id, body.version),
  ),
  on(http.listPastRules, { access: manage }, (cx, { params }) => listVersions(cx, params.id)),
  on(http.createTrial, { access: manage }, (cx, { body }) => startTrial(cx, body)),
  on(http.getTrial, { access: manage }, (cx, { params }) => viewTrial(cx.db, cx.actor, params.id)),
  on(http.cancelTrial, { access: manage }, (cx, { params }) => stopTrial(cx, params.id)),

  on(http.listTeamRouting, { access: lead }, (cx) => listTeamSettings(cx)),
  on(http.changeTeamRouting, { access: lead, etag }, (cx, { params, body, ifMatch }) =>
    changeTeamSettings(cx, params.id, body, ifMatch),
  ),
  on(http.putPersonRouting, { access: lead }, (cx, { params, body }) => changePersonSettings(cx, params.id, body)),
  on(http.listSkillNeeds, { access: lead }, (cx) => listSkillNeeds(cx.db)),
  on(http.putSkillNeed, { access: manage }, (cx, { params, body }) =>
    changeSkillNeed(cx, params.categoryId, body.skills),
  ),

  on(http.listAbsences, { access: take }, (cx, { query }) => listAbsences(cx, query)),
  on(http.createAbsence, { access: take, etag }, (cx, { body }) => addAbsence(cx, body)),
  on(http.changeAbsenceEndpoint, { access: take, etag }, (cx, { params, body, ifMatch }) =>
    changeAbsence(cx, params.id, body, ifMatch),
  ),
  on(http.deleteAbsenceEndpoint, { access: take }, (cx, { params }) => removeAbsence(cx, params.id)),
]
