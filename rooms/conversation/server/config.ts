import { Type } from 'typebox'
import { declareSettings } from '../../../platform/config/index.ts'

export const settings = declareSettings({
  undoSeconds: {
    env: 'UNDO_SEND_SECONDS',
    doc: 'How long a reply waits before it is mailed, so that its author can take it back.',
    schema: Type.Integer({ minimum: 0, maximum: 300 }),
    default: 10,
  },
  acknowledge: {
    env: 'ACKNOWLEDGE_TICKETS',
    doc: 'Whether requesters get a mail with the number of a ticket they opened by e-mail or in the portal.',
    schema: Type.Boolean(),
    default: true,
  },
})
