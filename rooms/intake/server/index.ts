import { trustSettings } from './trust/config.ts'
import './tables.ts'
import './imap/tables.ts'
import { makeCx, systemActor } from '../../../platform/cx.ts'
import type { Room } from '../../../platform/room.ts'
import { mailReceived, stormBegan } from '../contract/facts.ts'
import { deskSettings, settings } from './config.ts'
import { watchMailboxes } from './imap/watch-mailboxes.ts'
import { fileInboundMail, sweepEveryMinute, sweepInboundMail } from './jobs.ts'
import { permissions } from './permissions.ts'
import { taggedAddresses } from './reply-address.ts'
import { routes } from './routes.ts'
import { openSmtpDoor } from './smtp-door.ts'

export { deliverFromPipe } from './deliver-mail.ts'
export { fileItem } from './file-mail.ts'
export {
  type ForwardedItem,
  forwardedItem,
  type ItemToFile,
  itemToFile,
  mailboxBeingFiled,
  markFiled,
  markHeld,
  markIgnored,
} from './item-to-file.ts'
export { headerOf, type MailHeader, sourceStart } from './mail-header.ts'
export { isOurAddress, mailboxById } from './mailboxes.ts'
export { parseMail } from './parse/parse-mail.ts'
export type { ParsedMail } from './parse/parsed-mail.ts'
export { type Arrival, arrivalsOf, filedTicket } from './queries.ts'
export { sourceOf } from './raw-source.ts'
export { replyAddress } from './reply-address.ts'
export { smtpPort } from './smtp-door.ts'
export { type LookUp, setLookUp } from './trust/look-up.ts'

export const room: Room = {
  name: 'intake',
  routes,
  facts: [mailReceived, stormBegan],
  jobs: [fileInboundMail],
  crons: [sweepEveryMinute],
  memories: [taggedAddresses],
  settings,
  deskSettings: { ...deskSettings, ...trustSettings },
  permissions,
  start: async (ground) => {
    await sweepInboundMail(makeCx(ground, systemActor), 0)
    const doors = [await openSmtpDoor(ground), watchMailboxes(ground)]
    return {
      stop: async () => {
        await Promise.all(doors.map((door) => door.stop()))
      },
    }
  },
}
