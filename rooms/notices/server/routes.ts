import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import * as channel from '../contract/http-channels.ts'
import { addChannel, changeChannel, removeChannel, viewChannels, viewChannelVersions } from './manage-channels.ts'
import { changePreferences, viewPreferences } from './manage-preferences.ts'
import { previewChannel, tryChannel } from './try-channel.ts'
import { countUnseen, seeNotices, viewNotices } from './view-notices.ts'

const own = 'signed-in'
const manage = 'notices.manage'
const etag = (thing: { version: number }) => String(thing.version)

export const routes = [
  on(http.listNotices, { access: own }, (cx, { query }) => viewNotices(cx, query)),
  on(http.countNotices, { access: own }, (cx) => countUnseen(cx)),
  on(http.seeNotices, { access: own }, (cx, { body }) => seeNotices(cx, body)),
  on(http.getPreferences, { access: own, etag }, (cx) => viewPreferences(cx)),
  on(http.putPreferences, { access: own, etag }, (cx, { body, ifMatch }) => changePreferences(cx, body, ifMatch)),
  on(channel.listChannels, { access: manage }, (cx) => viewChannels(cx.db)),
  on(channel.createChannel, { access: manage, etag }, (cx, { body }) => addChannel(cx, body)),
  on(channel.saveChannel, { access: manage, etag }, (cx, { params, body, ifMatch }) =>
    changeChannel(cx, params.id, body, ifMatch),
  ),
  on(channel.removeChannel, { access: manage }, (cx, { params }) => removeChannel(cx, params.id)),
  on(channel.listChannelVersions, { access: manage }, (cx, { params }) => viewChannelVersions(cx.db, params.id)),
  on(channel.tryChannel, { access: manage, rateLimit: { hits: 10, perSeconds: 60 } }, (cx, { body }) =>
    tryChannel(cx, body),
  ),
  on(channel.previewChannel, { access: manage, rateLimit: { hits: 60, perSeconds: 60 } }, (cx, { body }) =>
    previewChannel(cx, body.rule, body.days),
  ),
]
