import type { Scenario } from '../shapes.ts'

export const mailScenarios: Scenario[] = [
  {
    id: 'mailbox-full',
    service: 'mail',
    category: 'Mailbox',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'office', 'manager'],
    times: 5,
    subjects: [
      'Mailbox full, cannot send',
      'I can receive but not send',
      'Quota? Which quota?',
      'Mails come back since this morning: mailbox full',
    ],
    openings: [
      'I get a warning that my mailbox is full and I cannot send. I have deleted the whole of 2017 and it is still full. How big can mails be?',
      'A referral came back to the sender with "mailbox full". That patient is waiting. Please make room first and lecture me later.',
      'The bar is red. I emptied the wastebasket. The bar is still red.',
    ],
    error: '552 5.2.2 mailbox over quota',
    steps: [
      {
        say: 'You can send again: I have given you two more gigabytes until the end of the month. About 70 % of your mailbox is [[pictures in "Sent"|one folder of scanned journals|the calendar attachments of the last six years]]. Shall I move everything older than two years to your archive? It stays searchable.',
        after: '50m',
      },
      { wait: 'requester' },
      {
        ask: '[[Yes please, move it.|Two years is fine, thank you.|Move it, but not the folder "Mother".]]',
        after: '6h',
      },
      { note: 'Archive job started, 14 GB. Exception as asked.', after: '1h' },
      {
        say: 'Done. You use a third of your quota now, and the archive is below your inbox with the same folders.',
        after: '1d',
      },
    ],
    fix: {
      cause: 'Mailbox over its quota.',
      action: 'Raised it for a month, moved older mail to the archive.',
      verification: 'Requester sent and received; usage 34 %.',
    },
  },
  {
    id: 'shared-mailbox-access',
    service: 'mail',
    category: 'Shared mailbox',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['office', 'ward', 'manager'],
    times: 6,
    channel: 'portal',
    subjects: [
      'Access to {box}',
      'I do not see {box} any more',
      'Send as {box}',
      'Cover for a colleague: {box}',
      '{box} missing after the new computer',
      'Our answers from {box} carry our own names',
    ],
    openings: [
      'I cover for a colleague and need to read and answer {box} [[until the end of next week|for the whole month]]. The owner is copied in.',
      'Since I got the new computer {box} is missing from my list. The others still have it.',
      'We can read {box} but our answers go out with our own names, and then the replies come to us personally. Can we send *as* the box?',
    ],
    slots: { box: ['admissions@', 'theatre-planning@', 'pharmacy-orders@', 'complaints@', 'radiology-booking@'] },
    steps: [
      { note: 'Owner asked by mail, agrees.', after: '3h' },
      {
        say: 'You are in. It appears by itself within the hour, under your own mailbox. To answer in its name choose it in "From" once, after that it remembers.',
        after: '20m',
      },
      { ask: '[[It is there, thank you.|It took until after lunch, but now I see it.]]', after: '4h' },
    ],
    fix: {
      cause: 'Person had no rights on the shared mailbox.',
      action: 'Read and send-as granted after the owner agreed.',
      verification: 'Test mail sent as the box and answered.',
    },
  },
  {
    id: 'room-double',
    service: 'mail',
    category: 'Calendar and rooms',
    kind: 'incident',
    impact: 2,
    urgency: 3,
    from: ['office', 'manager', 'executive'],
    times: 4,
    subjects: [
      '{room} booked twice',
      'Meeting moved by an hour for half of us',
      'Two meetings, one room',
      'Same invitation, two different hours',
    ],
    openings: [
      '{room} accepted both our board preparation and a first-aid course for {weekday} at ten. There were bandages on the table when we came in.',
      'The colleagues across the water see our weekly meeting one hour late. We are all using the same invitation.',
    ],
    slots: { room: ['The Chart Room', 'Meeting room 3.10', 'The lecture theatre', 'The Compass Room'] },
    steps: [
      { say: 'Embarrassing, and not your fault. I am looking at why the room said yes twice.', after: '1h' },
      {
        note: '[[Room had two delegates who may overbook, left over from the renovation|Series was made before the change of clocks, stored without a zone]].',
        after: '2h',
      },
      {
        say: '[[The room had kept a special right from the time of the renovation and said yes to everyone. It is cured. I have told the other party; they take the Compass Room.|The series carried a fixed offset instead of a time zone. Please delete it and create it anew once, it will be right on both sides.]]',
        after: '1h',
      },
    ],
    fix: {
      cause: '[[Room mailbox allowed conflicts|Recurring meeting stored with a fixed offset]].',
      action: '[[Removed the right, checked all 31 rooms|Recreated the series with its time zone]].',
      verification: 'Conflicting test booking refused.',
    },
  },
  {
    id: 'distribution-list',
    service: 'mail',
    category: 'Distribution list',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['manager', 'office'],
    times: 3,
    subjects: ['Distribution list for {group}', 'List {group} still contains people who left'],
    openings: [
      'Please make a list for {group}. I keep the members in a spreadsheet, attached. I would like to look after it myself if that is possible.',
      'Our list for {group} still has three people who retired, one of them in person on Friday, with cake.',
    ],
    slots: { group: ['all ward sisters', 'fire wardens', 'the transfusion committee', 'on-call managers'] },
    attach: ['members.csv'],
    steps: [
      {
        say: '[[It is there, filled from your list|The three are off the list]], and you are its owner now: open it in the address book, "Modify members". [[Two addresses from your list do not exist any more, I left them out.|Two more had died quietly as addresses, I took them out as well.]]',
        after: '5h',
      },
      {
        ask: 'Wonderful. [[One of the two has married, I have added her under the new name myself.|I shall miss the cake, not the bounces.]]',
        after: '1d',
      },
    ],
    fix: {
      cause: 'List missing or stale.',
      action: 'Created from the attached members, ownership given to the requester.',
      verification: 'Test mail reached all members.',
    },
  },
  {
    id: 'external-bounces',
    service: 'mail',
    category: 'Mailbox',
    kind: 'incident',
    impact: 1,
    urgency: 2,
    from: ['office', 'doctor'],
    times: 2,
    subjects: ['Mails to the district office come back', 'The practice does not receive our discharge letters'],
    openings: [
      'Since {weekday} every mail to [[the district health office|the rehabilitation clinic]] comes back after four hours with a long text of which I understand the word "refused". I attach one.',
      'The practice on Harbour Road says they have had no discharge letters from us since {weekday}. The wards say they have sent them. Somewhere in between there is a heap of letters. What they did get back to us is attached.',
    ],
    error: '550 5.7.26 unauthenticated mail is prohibited',
    attach: ['bounce.txt'],
    steps: [
      {
        note: 'They check our signature since this week; ours is missing on mail that leaves through the second gateway.',
        after: '50m',
      },
      {
        to: 'network',
        because: 'Mail over gateway 2 leaves unsigned, receivers begin to refuse it. Key is on gateway 1 only.',
      },
      {
        say: 'The other side has become stricter and one of our two gateways did not sign what it sent. Every second letter, roughly. We are putting that right now.',
        after: '30m',
      },
      { note: 'Key copied, selector published, 38 mails from the queue sent again.', after: '2h' },
      {
        say: 'Mended. The 38 refused mails of the last days have been sent again, in order. Please tell me if one is missing at your end.',
        after: '20m',
      },
      {
        ask: 'All arrived, [[a little crowded in here now, but complete|we have checked against our list]].',
        after: '1d',
      },
    ],
    fix: {
      cause: 'Second mail gateway did not sign outgoing mail; the receiver now requires it.',
      action: 'Signing key installed on both gateways, refused mails sent again.',
      verification: 'Mails through both gateways show a valid signature at an outside test mailbox.',
    },
  },
]
