import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { changeMajor, declareMajor } from './declare-major.ts'
import { gatherTickets, releaseTicket } from './gather-tickets.ts'
import { viewAnnouncements, viewMajor, viewMajorOf, viewMajors } from './present-major.ts'
import { endMajor, writeReview, writeUpdate } from './write-update.ts'

const declare = 'major.declare'
const versionOf = ({ version }: { version: number }) => `${version}`
const often = { hits: 30, perSeconds: 60 }

export const routes = [
  on(http.listMajorIncidents, { access: 'ticket.read' }, (cx) => viewMajors(cx)),
  on(http.getMajorOf, { access: 'ticket.read' }, (cx, { params }) => viewMajorOf(cx, params.number)),
  on(http.declareMajor, { access: declare, rateLimit: often }, (cx, { params, body }) =>
    declareMajor(cx, params.number, body),
  ),
  on(http.getMajor, { access: 'ticket.read', etag: versionOf }, (cx, { params }) => viewMajor(cx, params.number)),
  on(http.changeMajor, { access: declare, etag: versionOf }, (cx, { params, body, ifMatch }) =>
    changeMajor(cx, params.number, body, ifMatch),
  ),
  on(http.gatherTickets, { access: declare, rateLimit: often }, (cx, { params, body }) =>
    gatherTickets(cx, params.number, body.numbers),
  ),
  on(http.releaseTicket, { access: declare }, (cx, { params }) => releaseTicket(cx, params.number, params.child)),
  on(http.writeUpdate, { access: declare, rateLimit: often }, (cx, { params, body }) =>
    writeUpdate(cx, params.number, body),
  ),
  on(http.endMajor, { access: declare }, (cx, { params, body }) => endMajor(cx, params.number, body.text)),
  on(http.writeReview, { access: declare, etag: versionOf }, (cx, { params, body, ifMatch }) =>
    writeReview(cx, params.number, body, ifMatch),
  ),
  // Only what a coordinator has chosen for everybody; a banner helps those most who cannot sign in.
  on(
    http.listAnnouncements,
    { access: 'open', rateLimit: { hits: 120, perSeconds: 60, by: 'address' } },
    viewAnnouncements,
  ),
]
