import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { acceptInvitation, lookUpInvitation } from './accept-invitation.ts'
import { invitePerson, resendInvitation, withdrawInvitation } from './invite-person.ts'
import { changeDesk, viewDesk } from './manage-desk.ts'
import { strangers, welcome } from './routes-session.ts'
import { setUpDesk } from './set-up-desk.ts'
import { originOf } from './start-session.ts'
import { listInvitations } from './view-invitation.ts'

const etag = (thing: { version: number }) => `${thing.version}`
const invite = { access: 'people.manage' }

export const deskRoutes = [
  on(http.getDesk, { access: 'open', etag }, (cx) => viewDesk(cx.db)),
  on(http.changeDesk, { access: 'platform.manage', etag }, (cx, { body, ifMatch }) => changeDesk(cx, body, ifMatch)),
  on(http.setUp, { access: 'open', rateLimit: strangers }, async (cx, { body, request, reply }) =>
    welcome(reply, await setUpDesk(cx, body, originOf(request))),
  ),

  on(http.listInvitations, invite, async (cx) => ({ items: await listInvitations(cx.db), nextCursor: null })),
  on(http.createInvitation, invite, (cx, { body }) => invitePerson(cx, body)),
  on(http.resendInvitation, invite, (cx, { params }) => resendInvitation(cx, params.id)),
  on(http.withdrawInvitation, invite, (cx, { params }) => withdrawInvitation(cx, params.id)),
  on(http.lookUpInvitation, { access: 'open', rateLimit: strangers }, (cx, { body }) =>
    lookUpInvitation(cx, body.token),
  ),
  on(http.acceptInvitation, { access: 'open', rateLimit: strangers }, async (cx, { body, request, reply }) =>
    welcome(reply, await acceptInvitation(cx, body, originOf(request))),
  ),
]
