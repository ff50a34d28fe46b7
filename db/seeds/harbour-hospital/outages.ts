import type { Review } from '../../../rooms/major/contract/http.ts'
import type { ServiceKey, TeamKey } from './shapes.ts'

export interface OutageSeed {
  /** Minutes before now; all other minutes are counted from here. */
  minutesAgo: number
  title: string
  reason: string
  service: ServiceKey
  category: string
  team: TeamKey
  coordinator: string
  /** The first is the ticket that the others hang on. */
  reports: { person: string; after: number; subject: string; text: string }[]
  /** What the Service Desk had tried when it handed the first up, three minutes before it was declared. */
  handOff: { tried: string; outcome: string; evidence: string; suspicion: string }
  declaredAfter: number
  /** How long whoever is called last leaves the desk waiting. */
  acknowledgedAfter: number
  updates: { after: number; text: string; inside?: boolean; nextIn?: number }[]
  over?: {
    after: number
    lastWord: string
    resolution: { cause: string; action: string; verification: string }
    reviewedAfter: number
    review: Review
  }
}

const day = 24 * 60

/** One that is over and was learnt from, and one that is going on. */
export const outages: OutageSeed[] = [
  {
    minutesAgo: 9 * day,
    title: 'E-mail is down in the whole house',
    reason: 'Four departments within ten minutes; the mail server answers nobody.',
    service: 'mail',
    category: 'Mailbox',
    team: 'network',
    coordinator: 'bridget.nolan',
    reports: [
      {
        person: 'ruth.ellery',
        after: 0,
        subject: 'Outlook says disconnected, on every computer here',
        text: 'Nobody in our corridor gets or sends mail since just now. Outlook says disconnected at the bottom, restarting does not help.',
      },
      {
        person: 'chloe.vasquez',
        after: 4,
        subject: 'No mail since a few minutes',
        text: 'I cannot send the minutes of the board. It says it will try again later and then does not.',
      },
      {
        person: 'shreya.banerjee',
        after: 6,
        subject: 'Mails stay in the outbox',
        text: 'Everything I write stays in the outbox. The web page of the mail does not open either.',
      },
      {
        person: 'joan.whitlock',
        after: 9,
        subject: 'Mailbox of the ward cannot be opened',
        text: 'We get the bed list for the night by mail. Without it we have to telephone round seven wards.',
      },
      {
        person: 'simon.hartnell',
        after: 13,
        subject: 'Is the mail down?',
        text: 'Just asking because the salary run goes out at four and I would rather know before.',
      },
    ],
    handOff: {
      tried: 'Signed in to the web page of the mail from here',
      outcome: 'It does not open; the server answers a ping',
      evidence: 'HTTP 503 from mail.harbour-hospital.example',
      suspicion: 'The mail service itself, not the network: everything else opens.',
    },
    declaredAfter: 11,
    acknowledgedAfter: 7,
    updates: [
      {
        after: 16,
        text: 'E-mail is down in the whole house. We have found where it stands still and are working on it. Nothing that was sent to you is lost, it waits outside. Please telephone for what cannot wait.',
        nextIn: 30,
      },
      {
        after: 24,
        text: 'Store of the mail server is full to the last byte; the nightly clearing has not run for three weeks.',
        inside: true,
      },
      {
        after: 44,
        text: 'The disk of the mail server was full. We are moving old data away; that takes about an hour. Mail will then come in by itself, the oldest first.',
        nextIn: 60,
      },
      {
        after: 97,
        text: 'Mail goes out again. What has waited comes in now, the oldest first; give it half an hour.',
        nextIn: 45,
      },
    ],
    over: {
      after: 131,
      lastWord:
        'E-mail works again, and everything that had waited has come in. Thank you for your patience, and for telephoning.',
      resolution: {
        cause: 'The disk of the mail server was full, because the nightly clearing of its logs had stopped.',
        action: 'Moved old data to the archive, started the clearing again, and set a warning at 80 %.',
        verification: 'Sent and received between four departments; the queue outside is empty.',
      },
      reviewedAfter: 2 * day + 180,
      review: {
        summary:
          'For two hours and a quarter nobody in the house could send or receive e-mail. Seven wards made their bed lists by telephone. No mail was lost.',
        cause:
          'The clearing of logs had stopped three weeks before, after an update, and nobody was told. The disk filled up.',
        well: 'Declared after eleven minutes. One update for all: the Service Desk answered no question twice.',
        better:
          'The first person called did not hear the phone in the server room. The disk was measured, but no limit was set.',
        actions: [
          'A warning at 80 % on the disks of all servers (Stefan Kovac)',
          'Let the nightly clearing tell the desk when it has not run (Hugo Laurent)',
          'A second way to reach whoever is on call in the server room (Bridget Nolan)',
        ],
      },
    },
  },
  {
    minutesAgo: 88,
    title: 'No Wi-Fi in the Lighthouse Wing',
    reason: 'Three wards chart on paper; carts and telephones of the nurses hang on it.',
    service: 'wifi',
    category: 'Staff Wi-Fi',
    team: 'network',
    coordinator: 'hugo.laurent',
    reports: [
      {
        person: 'harriet.lindqvist',
        after: 0,
        subject: 'Wi-Fi gone on the whole floor',
        text: 'All carts have lost the network at once, and the cordless telephones are dead, too. We write on paper.',
      },
      {
        person: 'callum.reid',
        after: 5,
        subject: 'All carts of the ward offline',
        text: 'None of our six carts connects. The computers on the desk with a cable work.',
      },
      {
        person: 'tobias.okonjo',
        after: 8,
        subject: 'Cordless phones search for a network',
        text: 'Every cordless phone on the ward says it searches. Patients’ bells come through, telephone calls do not.',
      },
      {
        person: 'samir.haddad',
        after: 21,
        subject: 'Tablet does not find the Wi-Fi',
        text: 'Round without a tablet. I can see the guest network, but not ours.',
      },
    ],
    handOff: {
      tried: 'Had a cart restarted, and one carried to the Pilot Wing',
      outcome: 'Nothing on level 4; in the Pilot Wing it connects at once',
      evidence: 'All access points of the Lighthouse Wing grey on the map since the same minute',
      suspicion: 'The wireless controller of the wing, or its power.',
    },
    declaredAfter: 10,
    acknowledgedAfter: 2,
    updates: [
      {
        after: 15,
        text: 'There is no Wi-Fi in the Lighthouse Wing, levels 2 to 5. Computers with a cable work, and so do the telephones on the desks. We are on our way to the cabinet.',
        nextIn: 30,
      },
      {
        after: 37,
        text: 'Power supply of the wireless controller is dead, the second one hums. A spare is in the store of the Pilot Wing.',
        inside: true,
      },
      {
        after: 46,
        text: 'A power supply has failed. The spare is here and is being fitted; we expect the Wi-Fi back within the hour.',
        nextIn: 60,
      },
    ],
  },
]
