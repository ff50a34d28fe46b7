import type { Scenario } from '../shapes.ts'

export const purchasingScenarios: Scenario[] = [
  {
    id: 'new-software',
    service: 'purchasing',
    category: 'Program',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['doctor', 'office', 'manager', 'lab'],
    times: 5,
    channel: 'portal',
    subjects: [
      'Program for {use}',
      'May I install something for {use}?',
      'Licence for {use}',
      'Request: software for {use}',
    ],
    openings: [
      'For {use} I would like a proper program instead of the spreadsheet with forty colours. I have seen one at another hospital. No patient data, or at least not with names.',
      'Is there something in the house for {use}? If not I would buy one, cost centre {n}. I have read that one may not simply install things, hence this ticket.',
    ],
    slots: {
      use: [
        'statistics',
        'planning the theatre list',
        'drawing floor plans',
        'managing references',
        'reading PDF forms aloud',
        'project planning',
      ],
    },
    steps: [
      {
        say: 'There is something in the house: we hold [[twelve|five]] licences for exactly that and [[three|two]] are free. May I give you one to try before anybody spends money?',
        after: '1d',
      },
      { wait: 'requester' },
      { ask: '[[Gladly!|Yes please. Is it any good?|If it can do more than forty colours, yes.]]', after: '1d' },
      { note: 'Licence assigned, package pushed to {pc}.', after: '3h' },
      {
        say: 'It is in your start menu since a minute ago. There is a short introduction every second Tuesday at noon.',
        after: '10m',
      },
    ],
    fix: {
      cause: 'New requirement.',
      action: 'Free licence assigned instead of buying another product.',
      verification: 'Program starts, licence shows as used.',
    },
  },
  {
    id: 'new-laptop',
    service: 'purchasing',
    category: 'Device',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['manager', 'executive', 'doctor'],
    times: 4,
    channel: 'portal',
    subjects: [
      'Replacement for a seven-year-old computer',
      'Laptop for rounds',
      'My computer is a veteran',
      'A light laptop for three buildings a day',
    ],
    openings: [
      'My present computer came to the house before I did. Could it be replaced this year? Cost centre {n}, approved by my director on the attached form.',
      'We would need a laptop that survives being carried through three buildings a day. Light, with a battery for a shift.',
    ],
    attach: ['approval.pdf'],
    steps: [
      {
        say: 'Approved and ordered: the standard model, 14 inch, 1.3 kg. Delivery time is at present [[three|four]] weeks. If it is urgent I can lend you one from the pool meanwhile.',
        after: '2d',
      },
      { wait: 'vendor' },
      { note: 'Delivered, label {pc}, being installed.', after: '9d' },
      {
        say: 'It is here and ready. When would you like it? The hand-over takes twenty minutes, and I take the old one along.',
        after: '1d',
      },
      { ask: '[[Tomorrow at eight?|Friday after the meeting, please.]]', after: '5h' },
    ],
    fix: {
      cause: 'Device at the end of its life.',
      action: 'Ordered, installed, handed over; old one erased and returned.',
      verification: 'Hand-over sheet signed; record, mail and VPN tried on the new device.',
    },
    thanks: 'Lovely machine. Thank you.',
  },
  {
    id: 'loan-projector',
    service: 'purchasing',
    category: 'Loan',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['office', 'doctor', 'manager'],
    times: 4,
    subjects: [
      'Borrow a projector on {weekday}',
      'Conference camera for the meeting across the water',
      'Projector and pointer for a talk',
      'Camera that shows the whole table',
    ],
    openings: [
      'I am giving a talk on {weekday} at [[four|half past five]] in the lecture theatre and would borrow a projector, a pointer and somebody’s confidence.',
      'For the meeting with the colleagues across the water we need a camera that shows the whole table. Last time they saw one ear.',
    ],
    steps: [
      {
        say: 'Reserved in your name: [[kit 2 with projector, pointer, loudspeaker. You can fetch it from 14:00 at the service desk. Confidence is included.|the round camera that stands in the middle of the table. I bring it half an hour before and show you the one button. Both ears included.]]',
        after: '3h',
      },
      { wait: 'until' },
      {
        note: 'Fetched {weekday} 14:10, back next morning, [[complete except for the pointer, which followed|complete]].',
        after: '2d',
      },
    ],
    fix: { cause: 'Loan.', action: 'Kit lent and returned.', verification: 'Contents checked against the list.' },
  },
  {
    id: 'licence-expired',
    service: 'purchasing',
    category: 'Licence',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['lab', 'office', 'estates', 'pharmacy'],
    times: 3,
    subjects: ['"Your licence has expired"', 'Trial version? We paid for that'],
    openings: [
      'This morning the [[planning|label design|statistics]] program told me that my licence has expired and that I may look at my work but not change it.',
      'It calls itself "trial, 3 days left". We have had it for four years.',
    ],
    error: 'License expired. Running in read-only mode.',
    steps: [
      {
        note: 'Maintenance contract not extended: invoice is in the mailbox of somebody who left in May.',
        after: '2h',
      },
      {
        say: 'An invoice went to a mailbox that nobody reads any more. Purchasing is paying it today; the maker has given us a key for fourteen days meanwhile. Please close the program and open it again.',
        after: '3h',
      },
      { wait: 'vendor' },
      { ask: 'I can write again.', after: '2h' },
      { note: 'Final key arrived, contract address changed to the team mailbox.', after: '4d' },
    ],
    fix: {
      cause: 'Invoice went to the address of a former employee; contract lapsed.',
      action: 'Contract extended, key entered, address changed to the team.',
      verification: 'Program shows a valid licence until next year.',
    },
  },
]
