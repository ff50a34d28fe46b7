import { Type } from 'typebox'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'

export const deskSettings = declareDeskSettings('resolution', {
  autoCloseDays: {
    group: 'tickets',
    env: 'AUTO_CLOSE_DAYS',
    schema: Type.Number({ minimum: 0.01, maximum: 365 }),
    default: 7,
    unit: 'days',
    words: {
      en: {
        label: 'Close resolved tickets after',
        help: 'A resolved ticket that nobody objected to closes by itself after this time. A change holds for tickets resolved from then on.',
      },
      de: {
        label: 'Gelöste Tickets schließen nach',
        help: 'Ein gelöstes Ticket, dem niemand widersprochen hat, schließt sich nach dieser Zeit von selbst. Eine Änderung gilt für Tickets, die danach gelöst werden.',
      },
    },
  },
  tellClosed: {
    group: 'tickets',
    env: 'TELL_CLOSED',
    schema: Type.Boolean(),
    default: true,
    words: {
      en: {
        label: 'Tell requesters that a ticket has closed by itself',
        help: 'By a mail. Who confirmed or closed it themselves knows, and gets none.',
      },
      de: {
        label: 'Anfragenden sagen, dass ein Ticket sich geschlossen hat',
        help: 'Per E-Mail. Wer die Lösung bestätigt hat, weiß es und bekommt keine.',
      },
    },
  },
})
