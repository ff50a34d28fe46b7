import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/http.ts'
import {
  SideConversation,
  StartSideConversation,
  sideStates,
  UndoneSideMessage,
  WriteSideMessage,
} from './side-shapes.ts'

export * from './side-shapes.ts'

const tag = 'side conversations'
const path = '/api/v1/tickets/:number/side-conversations'
const ByTicket = Type.Object({ number: Number_ })
const BySide = Type.Object({ number: Number_, id: Id })

export const listSideConversations = endpoint({
  method: 'GET',
  path,
  summary: 'What is asked outside about a ticket, and what came back; never seen by requesters',
  tag,
  params: ByTicket,
  response: Type.Object({ items: Type.Array(SideConversation), nextCursor: Nullable(Type.String()) }),
})

export const startSideConversationEndpoint = endpoint({
  method: 'POST',
  path,
  summary: 'Forward a ticket to somebody outside; their answers come back here',
  tag,
  params: ByTicket,
  body: StartSideConversation,
  response: SideConversation,
  status: 201,
  idempotent: true,
})

export const changeSideConversation = endpoint({
  method: 'PATCH',
  path: `${path}/:id`,
  summary: 'Close a side conversation, or open it again',
  tag,
  params: BySide,
  body: Type.Object({ state: OneOf(sideStates) }),
  response: SideConversation,
})

export const writeSideMessageEndpoint = endpoint({
  method: 'POST',
  path: `${path}/:id/messages`,
  summary: 'Write again to those a side conversation is with',
  tag,
  params: BySide,
  body: WriteSideMessage,
  response: SideConversation,
  status: 201,
  idempotent: true,
})

export const undoSideMessageEndpoint = endpoint({
  method: 'DELETE',
  path: `${path}/:id/messages/:message`,
  summary: 'Take a message to somebody outside back in its first seconds, before its mail has left',
  tag,
  params: Type.Object({ number: Number_, id: Id, message: Id }),
  response: UndoneSideMessage,
})

export const getSideSource = endpoint({
  method: 'GET',
  path: `${path}/:id/messages/:message/source`,
  summary: 'The raw e-mail an answer came as',
  tag,
  params: Type.Object({ number: Number_, id: Id, message: Id }),
})
