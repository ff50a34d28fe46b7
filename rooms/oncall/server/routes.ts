import { on, raw } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { acknowledgeByLink, acknowledgePage, pageByLink } from './acknowledge-page.ts'
import { calendarFeed } from './calendar-feed.ts'
import {
  addLadder,
  addProvider,
  changeLadder,
  changeProvider,
  removeLadder,
  removeProvider,
  tryProvider,
} from './manage-ladders.ts'
import { addSchedule, changeSchedule, previewSchedule, removeSchedule } from './manage-schedules.ts'
import { plansOf, versionsOf } from './plans.ts'
import { ownReach, renewFeed, saveReach } from './reach.ts'
import { removeOverride, setOverride } from './set-override.ts'
import { startPageByHand, tryLadder } from './start-page.ts'
import { viewOnCall } from './view-on-call.ts'
import { viewPages } from './view-pages.ts'
import { viewPeople } from './view-people.ts'

const use = 'oncall.use'
const manage = 'oncall.manage'
const etag = (thing: { version: number }) => String(thing.version)
const often = { hits: 60, perSeconds: 60 }

export const routes = [
  on(http.getOnCall, { access: use }, (cx, { query }) => viewOnCall(cx, query)),
  on(http.listOnCallPeople, { access: use }, (cx) => viewPeople(cx)),
  on(http.setOverride, { access: use, rateLimit: often }, (cx, { params, body }) => setOverride(cx, params.id, body)),
  on(http.removeOverride, { access: use }, (cx, { params }) => removeOverride(cx, params.id)),
  on(http.getReach, { access: use }, (cx) => ownReach(cx)),
  on(http.putReach, { access: use }, (cx, { body }) => saveReach(cx, body)),
  on(http.renewFeed, { access: use }, (cx) => renewFeed(cx)),
  // Calendar programs cannot sign in: the address is the key, and it opens nothing else.
  raw(http.readFeed, { access: 'open', rateLimit: { ...often, by: 'address' } }, async (cx, { params, query, reply }) =>
    reply
      .header('cache-control', 'private, max-age=300')
      .type('text/calendar; charset=utf-8')
      .send(await calendarFeed(cx, params.token, query.schedule)),
  ),
  on(http.listPages, { access: use }, (cx, { query }) => viewPages(cx, query)),
  on(http.startPageEndpoint, { access: use, rateLimit: { hits: 20, perSeconds: 60 } }, (cx, { params, body }) =>
    startPageByHand(cx, params.number, body),
  ),
  on(http.acknowledgePage, { access: use }, (cx, { params }) => acknowledgePage(cx, params.id)),
  on(http.getPageByLink, { access: 'open', rateLimit: { ...often, by: 'address' } }, (cx, { params }) =>
    pageByLink(cx.db, params.token),
  ),
  on(http.acknowledgeByLink, { access: 'open', rateLimit: { ...often, by: 'address' } }, (cx, { params }) =>
    acknowledgeByLink(cx, params.token),
  ),
  on(http.listSchedules, { access: use }, async (cx) => ({ items: await plansOf(cx.db, 'schedule') })),
  on(http.createSchedule, { access: manage, etag }, (cx, { body }) => addSchedule(cx, body)),
  on(http.saveSchedule, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeSchedule(cx, params.id, body, ifMatch),
  ),
  on(http.removeSchedule, { access: manage }, (cx, { params }) => removeSchedule(cx, params.id)),
  on(http.listScheduleVersions, { access: manage }, (cx, { params }) => versionsOf(cx.db, 'schedule', params.id)),
  on(http.previewSchedule, { access: manage, rateLimit: often }, (cx, { body }) => previewSchedule(cx, body.doc)),
  on(http.listLadders, { access: use }, async (cx) => ({ items: await plansOf(cx.db, 'ladder') })),
  on(http.createLadder, { access: manage, etag }, (cx, { body }) => addLadder(cx, body)),
  on(http.saveLadder, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeLadder(cx, params.id, body, ifMatch),
  ),
  on(http.removeLadder, { access: manage }, (cx, { params }) => removeLadder(cx, params.id)),
  on(http.listLadderVersions, { access: manage }, (cx, { params }) => versionsOf(cx.db, 'ladder', params.id)),
  on(http.tryLadder, { access: manage, rateLimit: { hits: 10, perSeconds: 60 } }, (cx, { params }) =>
    tryLadder(cx, params.id),
  ),
  on(http.listProviders, { access: manage }, async (cx) => ({ items: await plansOf(cx.db, 'provider') })),
  on(http.createProvider, { access: manage, etag }, (cx, { body }) => addProvider(cx, body)),
  on(http.saveProvider, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeProvider(cx, params.id, body, ifMatch),
  ),
  on(http.removeProvider, { access: manage }, (cx, { params }) => removeProvider(cx, params.id)),
  on(http.listProviderVersions, { access: manage }, (cx, { params }) => versionsOf(cx.db, 'provider', params.id)),
  on(http.tryProvider, { access: manage, rateLimit: { hits: 6, perSeconds: 60 } }, (cx, { params }) =>
    tryProvider(cx, params.id),
  ),
]
