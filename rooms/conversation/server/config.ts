import { Type } from 'typebox'
import { OneOf } from '../../../platform/http/schemas.ts'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'

export const deskSettings = declareDeskSettings('conversation', {
  undoSeconds: {
    group: 'replies',
    env: 'UNDO_SEND_SECONDS',
    schema: Type.Integer({ minimum: 0, maximum: 300 }),
    default: 10,
    unit: 'seconds',
    words: {
      en: {
        label: 'Time to take a reply back',
        help: 'How long a reply waits before it is mailed, so that its author can take it back. 0 sends at once.',
      },
      de: {
        label: 'Zeit, eine Antwort zurückzunehmen',
        help: 'Wie lange eine Antwort wartet, bevor sie verschickt wird, damit ihr Autor sie zurücknehmen kann. 0 verschickt sofort.',
      },
    },
  },
  acknowledge: {
    group: 'replies',
    env: 'ACKNOWLEDGE_TICKETS',
    schema: Type.Boolean(),
    default: true,
    words: {
      en: {
        label: 'Confirm new tickets by e-mail',
        help: 'Whether requesters get a mail with the number of a ticket they opened by e-mail or in the portal.',
      },
      de: {
        label: 'Neue Tickets per E-Mail bestätigen',
        help: 'Ob Anfragende eine E-Mail mit der Nummer eines Tickets bekommen, das sie per E-Mail oder im Portal eröffnet haben.',
      },
    },
  },
  tellEstimate: {
    group: 'replies',
    env: 'TELL_ESTIMATE',
    schema: OneOf(['never', 'estimate', 'assigned']),
    default: 'estimate',
    words: {
      en: {
        label: 'Tell requesters when it should be solved',
        help: 'By a mail, two minutes after the estimated time was set or moved, so that what was changed at once is told once.',
        choices: {
          never: 'Never',
          estimate: 'When the time was set or moved',
          assigned: 'Also when somebody else takes the ticket',
        },
      },
      de: {
        label: 'Anfragenden sagen, wann es gelöst sein soll',
        help: 'Per E-Mail, zwei Minuten nachdem der voraussichtliche Zeitpunkt gesetzt oder verschoben wurde, damit mehrere Änderungen eine Mail ergeben.',
        choices: {
          never: 'Nie',
          estimate: 'Wenn der Zeitpunkt gesetzt oder verschoben wurde',
          assigned: 'Auch wenn jemand anderes das Ticket übernimmt',
        },
      },
    },
  },
  tellWaiting: {
    group: 'replies',
    env: 'TELL_WAITING',
    schema: Type.Boolean(),
    default: true,
    words: {
      en: {
        label: 'Tell requesters that a ticket waits for them',
        help: 'By a mail when a ticket begins to wait for its requester and what they were asked is more than an hour old. Otherwise the question itself tells them.',
      },
      de: {
        label: 'Anfragenden sagen, dass ein Ticket auf sie wartet',
        help: 'Per E-Mail, wenn ein Ticket auf Anfragende zu warten beginnt und die Frage an sie mehr als eine Stunde alt ist. Sonst sagt es ihnen die Frage selbst.',
      },
    },
  },
  firstReminderDays: {
    group: 'replies',
    env: 'FIRST_REMINDER_DAYS',
    schema: Type.Number({ minimum: 0, maximum: 365 }),
    default: 3,
    unit: 'days',
    words: {
      en: {
        label: 'First reminder after',
        help: 'When a ticket has waited for its requester for so long, they get a reminder. It stops as soon as they answer or the status changes; programs are never reminded. 0: no such reminder.',
      },
      de: {
        label: 'Erste Erinnerung nach',
        help: 'Wartet ein Ticket so lange auf Anfragende, werden sie erinnert. Das endet, sobald sie antworten oder der Status sich ändert; Programme werden nie erinnert. 0: keine solche Erinnerung.',
      },
    },
  },
  lastReminderDays: {
    group: 'replies',
    env: 'LAST_REMINDER_DAYS',
    schema: Type.Number({ minimum: 0, maximum: 365 }),
    default: 7,
    unit: 'days',
    words: {
      en: { label: 'Last reminder after', help: 'The same, for the second and last reminder. 0: no such reminder.' },
      de: {
        label: 'Letzte Erinnerung nach',
        help: 'Dasselbe, für die zweite und letzte Erinnerung. 0: keine solche Erinnerung.',
      },
    },
  },
  remotePictures: {
    group: 'security',
    env: 'REMOTE_PICTURES',
    schema: Type.Boolean(),
    default: true,
    words: {
      en: {
        label: 'Load pictures that mails name',
        help: 'When a reader asks to see them, the desk fetches pictures from other servers in their place, so that no sender learns who looked. Off: nothing is ever fetched.',
      },
      de: {
        label: 'Bilder laden, auf die E-Mails verweisen',
        help: 'Wenn jemand sie sehen möchte, holt der Service Desk Bilder von anderen Servern an seiner Stelle, damit kein Absender erfährt, wer gelesen hat. Aus: Es wird nie etwas geholt.',
      },
    },
  },
  joinByMail: {
    group: 'mailIn',
    env: 'JOIN_BY_MAIL',
    schema: OneOf(['participants', 'organisation', 'domain']),
    default: 'organisation',
    words: {
      en: {
        label: 'Who may answer on a ticket by e-mail',
        help: 'Beside the requester, the reporter, the technician and the people in Cc. Whoever may not gets a ticket of their own, linked to it, and sees nothing of it.',
        choices: {
          participants: 'Nobody else',
          organisation: 'People of the requester’s organisation',
          domain: 'Also whoever has the requester’s mail domain',
        },
      },
      de: {
        label: 'Wer per E-Mail auf einem Ticket antworten darf',
        help: 'Neben Anfragenden, Meldenden, dem Techniker und den Leuten in Kopie. Wer nicht darf, bekommt ein eigenes, damit verknüpftes Ticket und sieht nichts von jenem.',
        choices: {
          participants: 'Niemand sonst',
          organisation: 'Leute aus der Organisation der Anfragenden',
          domain: 'Auch wer die Mail-Domain der Anfragenden hat',
        },
      },
    },
  },
})
