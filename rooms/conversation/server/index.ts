import type { Room } from '../../../platform/room.ts'
import { readFirstWordsWith } from '../../ticket/server/index.ts'
import * as facts from '../contract/facts.ts'
import { mayReadAttachment } from './access.ts'
import { deskSettings } from './config.ts'
import { hearers } from './facts.ts'
import { firstWords } from './first-words.ts'
import { sendScheduled } from './jobs.ts'
import { permissions } from './permissions.ts'
import { remindRequesters } from './remind-requester.ts'
import { routes } from './routes.ts'
import { tellEstimates } from './tell-estimate.ts'
import './tables.ts'
import { tellOfMerge } from './tell-of-merge.ts'

export { addMessage } from './add-message.ts'
export { addCannedReply } from './canned-replies.ts'
export { dayIn } from './mail-dates.ts'
export { mailOnTicket } from './mail-on-ticket.ts'
export { mailRequester } from './mail-requester.ts'
export { sampleTicketValues, subjectHas, ticketSubject, ticketVariables } from './mail-templates.ts'

export { writeMessage } from './write-message.ts'

readFirstWordsWith(firstWords)

export const room: Room = {
  name: 'conversation',
  routes,
  facts: Object.values(facts),
  hearers,
  jobs: [sendScheduled, tellOfMerge],
  alarms: [tellEstimates, remindRequesters],
  deskSettings,
  permissions,
  fileGuards: [mayReadAttachment],
}
