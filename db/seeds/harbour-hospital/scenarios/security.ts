import type { Scenario } from '../shapes.ts'

export const securityScenarios: Scenario[] = [
  {
    id: 'phishing-report',
    service: 'mail',
    category: 'Suspicious e-mail',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['everyone'],
    times: 5,
    subjects: [
      'Is this mail genuine?',
      'Mail from the chief executive asking for gift cards',
      'Suspicious invoice with a password',
      'I clicked on something I should not have',
      'Mailbox will be deleted, says a mail',
      'Gift cards, quickly and discreetly',
      'Invoice from a firm nobody knows',
      'Typed my password into the wrong page',
    ],
    openings: [
      'I received a mail that says my mailbox will be deleted unless I sign in within [[24|12]] hours. It calls me "Dear Customer". I have not clicked. Forwarded as it came.',
      'Somebody who signs as our chief executive wants me to buy gift cards, quickly and discreetly. She has never written to me before, and I doubt she would start like this.',
      'There is an invoice attached from a firm I have never heard of, with a password for opening it in the text. That seems odd.',
      'I did click. I am sorry. It looked just like our sign-in page and I typed my password before I saw the address. Two minutes ago.',
    ],
    tags: ['phishing'],
    attach: ['forwarded-mail.txt'],
    steps: [
      { to: 'security', because: 'Reported phishing; may contain names of people who clicked.' },
      {
        say: 'Thank you for sending it on, that is exactly right. Please leave the mail where it is and do not answer it. If you have typed a password anywhere, ring 1350 now, whatever the hour.',
        after: '15m',
      },
      {
        note: 'Same mail in [[23|7|61|12]] mailboxes. [[Two people opened the link|Nobody answered|Nobody opened the attachment|One person opened the link, the reporter]]. Address blocked.',
        after: '30m',
      },
      {
        note: 'Withdrawn from all mailboxes. [[Both passwords reset, sessions ended, no sign-in from outside.|No further action.|Sample sent to the scanner’s maker.|Password reset, a sign-in from abroad had been refused by the second factor.]]',
        after: '1h',
      },
      {
        say: 'It was a trap, and a fairly good one. It is removed from everybody’s mailbox, the address is blocked. [[You were the first to tell us.|Gift cards are safe.|Nobody opened it, thanks to you.|And you did the one right thing after a wrong click: you told us within minutes.]]',
        after: '20m',
      },
    ],
    fix: {
      cause: 'Phishing campaign against hospital addresses.',
      action:
        'Blocked address and sender, withdrew the mail from all mailboxes, reset passwords where somebody had clicked.',
      verification: 'No mailbox holds the mail any more; no foreign sign-in for the persons concerned within 48 hours.',
    },
    thanks: 'Good to know I was not imagining it.',
  },
  {
    id: 'lost-laptop',
    service: 'identity',
    category: 'Access review',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['manager', 'doctor', 'executive'],
    times: 2,
    channel: 'phone',
    subjects: ['Laptop left on the train', 'Hospital phone stolen from the car'],
    openings: [
      'I left my laptop on the [[18:12|7:40]] train. It was in the overhead net in a grey sleeve. It was switched off. There are drafts of [[the rota|two letters]] on it and nothing else, I believe.',
      'My car was broken into in the car park and the hospital phone is gone. I have reported it to the police and have a number for that.',
    ],
    tags: ['lost device'],
    steps: [
      { to: 'security', because: 'Lost device with possible patient data.' },
      {
        say: 'Thank you for ringing at once. I have locked the device from here and ended all your sessions; you will have to sign in again everywhere. The disk is encrypted. When did you last have it in your hands?',
        after: '10m!',
      },
      { ask: 'About half an hour before I noticed, and then I rang you.', after: '20m' },
      {
        note: 'Encryption confirmed from the last report, key never left the house. Last contact before the loss. Privacy officer informed within the hour.',
        after: '1h',
      },
      {
        note: 'No contact of the device with the network since. Assessment: no notification to the authority needed, reasoned in the register.',
        after: '1d',
      },
      {
        say: '[[The railway has found it and it is on its way to us.|It has not turned up.]] You get a replacement at the service desk today.',
        after: '1d',
      },
    ],
    fix: {
      cause: 'Device lost outside the house.',
      action:
        'Locked and wiped at next contact, sessions ended, second factor renewed, replacement issued, case entered in the privacy register.',
      verification: 'Device shows "wipe pending"; no sign-in with the old tokens.',
    },
  },
  {
    id: 'ransom-drill',
    service: 'wifi',
    category: 'Servers and storage',
    kind: 'change',
    impact: 1,
    urgency: 3,
    from: ['everyone'],
    person: ['nadia.farouk'],
    times: 1,
    subjects: ['Exercise: restore the file server from the offline copy'],
    openings: [
      'On the second Saturday of the month we pretend that the file server has been encrypted, and bring it back from the offline copy with a stopwatch. Participants: Stefan, Elliot, me. Not announced to the wards, nothing they use is touched. Goal: four hours.',
    ],
    tags: ['exercise'],
    steps: [
      { to: 'security', because: 'Security exercise, not to be announced.' },
      { note: '09:00 start. 09:25 tape found (was in the other safe). 10:40 first volume mounted.', after: '3d' },
      {
        note: '12:50 all volumes, checksums of 2,000 sample files equal. 3 h 50 min. Weak point: only Stefan knew the safe.',
        after: '4h!',
      },
    ],
    fix: {
      cause: 'Planned exercise.',
      action:
        'Restored 4.1 TB from the offline copy into a separated network; wrote down the steps; second safe key issued.',
      verification: 'Checksums of 2,000 sample files equal to the originals.',
    },
  },
  {
    id: 'curious-access',
    service: 'record',
    category: 'Rights in the record',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['manager'],
    person: ['ruth.ellery'],
    times: 1,
    subjects: ['Possible access to a colleague’s record without reason'],
    openings: [
      'A member of staff was a patient here in spring and has the impression that a colleague from another ward knows more than he could. Please check who opened that record. The person concerned has agreed in writing. Treat as strictly confidential.',
    ],
    tags: ['privacy'],
    steps: [
      { to: 'security', because: 'Privacy case, confidential.' },
      { note: 'Access log drawn for the stay. 31 persons; 29 explained by ward or function.', after: '1d' },
      {
        say: 'I have the log. Two accesses need an explanation; I suggest we talk in your office and not in writing.',
        after: '2h',
      },
      { ask: 'Tomorrow at nine. The works council will be present.', after: '3h' },
      {
        note: 'One access explained (on call for that ward). One without reason, admitted. Further steps are with HR; privacy officer informed.',
        after: '2d',
      },
    ],
    fix: {
      cause: 'One access to a record without a treatment reason.',
      action: 'Log evaluated, person heard, case handed to Human Resources and the privacy officer.',
      verification: 'Second log after two weeks shows no further access.',
    },
  },
]
