import { on } from '../http/on.ts'
import type { Room } from '../room.ts'
import * as http from './contract.ts'
import { mailTemplateSaved } from './facts.ts'
import { previewText, resetText, saveText, tryText, viewTemplates, viewText, viewVersions } from './manage-templates.ts'
import './tables.ts'

export { declareTemplate, type MailTemplate } from './declare.ts'
export type { Value, Values } from './render-template.ts'
export { writeMail } from './write-mail.ts'

const access = 'platform.manageTemplates'
const etag = (text: { version: number }) => String(text.version)

/** The words of the mails that the desk writes; no room, but wired like one. */
export const templates: Room = {
  name: 'platform/templates',
  routes: [
    on(http.listMailTemplates, { access }, (cx) => viewTemplates(cx.db)),
    on(http.getMailTemplate, { access, etag }, (cx, { params }) => viewText(cx.db, params.name, params.language)),
    on(http.saveMailTemplate, { access, etag }, (cx, { params, body, ifMatch }) =>
      saveText(cx, params.name, params.language, body, ifMatch),
    ),
    on(http.resetMailTemplate, { access, etag }, (cx, { params, ifMatch }) =>
      resetText(cx, params.name, params.language, ifMatch),
    ),
    on(http.listMailTemplateVersions, { access }, (cx, { params }) =>
      viewVersions(cx.db, params.name, params.language),
    ),
    on(http.previewMailTemplate, { access }, (cx, { params, body }) => previewText(cx, params.name, body)),
    on(http.tryMailTemplate, { access, rateLimit: { hits: 20, perSeconds: 60 } }, (cx, { params, body }) =>
      tryText(cx, params.name, body),
    ),
  ],
  facts: [mailTemplateSaved],
  permissions: [{ name: access, doc: 'Change the words of the mails that the desk writes.', roles: ['administrator'] }],
}
