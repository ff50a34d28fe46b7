import type { Scenario } from '../shapes.ts'

export const identityScenarios: Scenario[] = [
  {
    id: 'password-after-leave',
    service: 'identity',
    category: 'Password',
    kind: 'incident',
    impact: 3,
    urgency: 1,
    from: ['nurse', 'doctor', 'office'],
    times: 10,
    channel: 'phone',
    subjects: [
      'Password forgotten after [[two weeks in Cornwall|annual leave|three weeks away]]',
      'Cannot sign in on my first day back',
      'Password expired while I was [[off sick|on parental leave|on a course]]',
      'Please reset my password',
      'Locked out of everything since this morning',
      'Sign-in says the password is wrong (it is not)',
    ],
    openings: [
      'I was away for {days} and my head is empty. I have tried the three passwords I remember and now it says I am locked. My shift started [[ten minutes|half an hour]] ago and I am charting on paper.',
      'The computer at {place} tells me my password has expired and will not let me choose a new one. It just goes round in a circle back to the sign-in page.',
      'Back from {days} off and nothing lets me in: not the workstation, not the record, not even the rota. Ring me on {phone} please, I am [[at the desk until noon|on the floor but someone will fetch me]].',
      'I changed my password on [[Friday|the last day before my leave]] and was ever so proud of it. I cannot for the life of me remember it now. Sorry!',
      'My password worked on {pc} at [[six|seven]] this morning and at the next computer it did not. I have not changed anything. Now both refuse.',
    ],
    slots: { days: ['ten days', 'a fortnight', 'three weeks', 'nine days', 'five weeks'] },
    error: 'The account has been locked out and may not be used to sign in.',
    tags: ['password'],
    steps: [
      {
        note: 'Called back on {phone}. Identity checked: [[staff number and line manager|badge number and date of joining|staff number, recognised the voice too]].',
        after: '6m',
      },
      {
        say: 'Your password is reset and the lock is off. You get one sign-in with the word I told you on the phone, then it asks for a new one: twelve characters or more. Give the record two minutes before you try it, it copies the change a little later.',
        after: '4m',
      },
      {
        ask: '[[In! Thank you, that was quick.|That worked, new password chosen.|I am in the computer but the record still says no. Oh, now it works. Two minutes, you did say.]]',
        after: '9m',
      },
    ],
    fix: {
      cause: 'Password expired during an absence; [[five|six]] wrong attempts locked the account.',
      action:
        'Checked identity on the phone, unlocked the account, set a one-time password with change at first sign-in.',
      verification: 'Requester signed in to the workstation and to the record while on the phone.',
    },
    thanks: 'All good, thank you.',
  },
  {
    id: 'lock-keeps-coming-back',
    service: 'identity',
    category: 'Locked account',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'manager', 'office'],
    times: 5,
    subjects: [
      'My account locks itself every [[morning|half hour]]',
      'Locked again. Third time today',
      'Account keeps locking since I changed my password',
      'Unlocked at nine, locked again at ten',
    ],
    openings: [
      'You unlocked me [[yesterday|this morning]] and it was fine for about twenty minutes. Then Outlook asked for my password and by the time I had typed it I was locked again. I did change my password on {weekday}, if that matters.',
      'This is becoming a running joke on {place}. I sign in, I work, I walk to another computer, and I am locked. My colleague next to me has no such trouble.',
      'Please do not only unlock me, please find out *why*. I have rung three times since {weekday} and every time I get a friendly unlock that lasts until the next coffee.',
    ],
    tags: ['password', 'phone'],
    steps: [
      {
        note: 'Lock events come from the mail gateway, one every [[15|30]] minutes, also at 03:00. So something that is not a person still has the old password. Bet: private phone.',
        after: '25m',
      },
      {
        say: 'You are unlocked again. The attempts come from a device that reads your mail, day and night, with your old password. Is there a phone or a tablet, perhaps an old one in a drawer, that has hospital mail on it?',
        after: '8m',
      },
      { wait: 'requester' },
      {
        ask: '[[Oh. My daughter has my old tablet. It is on the kitchen table.|I have a new phone since last month and the old one is still in my locker, charging.|My phone asks for a password now and then and I always press "later".]]',
        after: '5h',
      },
      {
        say: 'That is our ghost. Please remove the account on it (Settings > Accounts > harbour-hospital > Delete), or bring it by and I will do it. I have blocked that device on our side meanwhile, so it cannot lock you any more.',
        after: '30m',
      },
      {
        ask: 'Deleted. [[Nothing has locked since.|A whole day without a lock!|I feel slightly silly, but very relieved.]]',
        after: '1d',
      },
    ],
    fix: {
      cause: 'A forgotten private device kept signing in to the mail gateway with the previous password.',
      action: 'Device partnership removed on the gateway and on the device.',
      verification: 'No lock event for this account in the domain log for 24 hours.',
    },
    thanks: 'Solved for good, thank you for looking deeper.',
  },
  {
    id: 'badge-tap',
    service: 'identity',
    category: 'Badge',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['nurse', 'doctor'],
    times: 5,
    subjects: [
      'Badge no longer signs me in',
      'Tap and go does nothing at {place}',
      'New badge, readers do not know me',
      'Badge opens the door but not the computer',
    ],
    openings: [
      'My new badge opens the medicine cupboard and the car park but when I hold it to the reader on {pc} it beeps twice and nothing happens. Typing the password forty times a shift is not what I trained for.',
      'I got a new badge from the lodge on {weekday} because the old one [[snapped|went through the washing machine|had my name wrong]]. Doors fine, computers not.',
      "Since my badge was exchanged [[yesterday evening|last week]] the reader shows orange for my badge and green for everybody else's.",
    ],
    steps: [
      {
        say: 'The doors and the computers keep separate lists, so the new badge has to be introduced to the computers once. Hold it to the reader, wait for orange, then type user name and password as usual and answer "yes" to "Remember this badge". Could you try that on {pc}?',
        after: '35m',
      },
      {
        ask: '[[It asks for a PIN now?|It says "card already assigned".|That page does not come, it just beeps.]]',
        after: '50m',
      },
      { note: 'Old card number still bound to the account. Removed binding, new number ends in {n}.', after: '12m' },
      {
        say: 'Your old badge was still registered and the system only allows one. I have removed it. Please try the same again.',
        after: '3m',
      },
      { ask: '[[Green light! Thanks.|Works on both computers at {place}.|Yes, now it knows me.]]', after: '40m' },
    ],
    fix: {
      cause: 'Replacement badge was issued without removing the old card number from the sign-in service.',
      action: 'Removed the old binding, registered the new card at the reader.',
      verification: 'Requester tapped in on two workstations.',
    },
  },
  {
    id: 'starter-nurse',
    service: 'identity',
    category: 'Starter or leaver',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['manager', 'ward'],
    person: ['ruth.ellery', 'chloe.vasquez', 'niamh.gallagher', 'gareth.bowen', 'agnes.thorne'],
    times: 7,
    channel: 'portal',
    subjects: [
      'New starter: {newcomer}',
      '{newcomer} starts on the first',
      'Account and badge for {newcomer}',
      'Please prepare for our new colleague {newcomer}',
    ],
    openings: [
      '{newcomer} joins us as {post} at the beginning of [[next month|the month|the week after next]]. Needs account, badge, record rights for {place} and a place in the rota. Induction is on the Monday at nine.',
      'We finally filled the post! {newcomer}, {post}, comes from another hospital and knows the record already, so the short introduction is enough. Please order a badge too, photo follows.',
      'Please set up {newcomer} ({post}). Same rights as the rest of the team, no more. Line manager is me.',
    ],
    slots: {
      newcomer: [
        'Amelia Stroud',
        'Kofi Mensah',
        'Bethany Cole',
        'Arjun Pillai',
        'Mirela Dobre',
        'Jack Rowntree',
        'Sinead Walsh',
        'Emeka Obi',
        'Polly Fairweather',
      ],
      post: ['staff nurse', 'ward clerk', 'healthcare assistant', 'physiotherapist', 'junior doctor', 'recovery nurse'],
    },
    tags: ['starter'],
    steps: [
      {
        say: 'Thank you for telling us in good time. Account and mailbox are prepared and asleep until the first day. Two things I still need: the professional registration number, and whether nights are part of the contract (then the rota wants another group).',
        after: '4h',
      },
      { wait: 'requester' },
      {
        ask: 'Registration is [[in the post and will follow|24K{n}E|19C{n}O]]. Nights [[yes, one week in four|no|yes]].',
        after: '1d',
      },
      {
        note: 'Record role copied from the ward template, not from a colleague. Badge form sent to the lodge.',
        after: '2h',
      },
      {
        say: 'Everything is ready: the letter with the first password lies sealed at the service desk, the badge at the porters’ lodge. Both are handed out against an identity card.',
        after: '1d',
      },
    ],
    fix: {
      cause: 'New employee.',
      action: 'Account, mailbox, badge, record role and rota group created from the template for {place}.',
      verification:
        'Signed in with the new account on a test workstation and opened the ward list; account then put to sleep until the first day.',
    },
    thanks: 'Everything worked on day one. First time ever!',
  },
  {
    id: 'leaver',
    service: 'identity',
    category: 'Starter or leaver',
    kind: 'request',
    impact: 3,
    urgency: 2,
    from: ['manager'],
    person: ['ruth.ellery', 'chloe.vasquez'],
    times: 3,
    channel: 'portal',
    subjects: ['Leaver: {leaver}, last day [[Friday|end of the month]]', 'Please close the account of {leaver}'],
    openings: [
      '{leaver} leaves us on [[Friday|the 30th]]. Please close the account at the end of that day, not before; the hand-over is on the last afternoon. The mailbox should forward to the team for four weeks.',
      'Please deactivate {leaver} as of [[tonight|tomorrow evening]]. The laptop comes back to you through the porters. Contract ended regularly, nothing unusual.',
    ],
    slots: { leaver: ['Douglas Finch-Hall', 'Marta Rybak', 'Helena Voss', 'Liam Garrity'] },
    tags: ['leaver'],
    steps: [
      {
        say: 'Planned for 18:00 on the last day. Mail goes to the team address for four weeks with a friendly note to the sender.',
        after: '3h',
      },
      { wait: 'until' },
      {
        note: 'Account disabled, sessions ended, badge list informed, record role removed. Home folder kept ninety days.',
        after: '4d',
      },
      {
        say: 'Done as planned. The laptop has not come back yet, I will remind the department next week.',
        after: '15m',
      },
    ],
    fix: {
      cause: 'Employment ended.',
      action: 'Account disabled, sessions and second factor removed, mailbox forwarded for four weeks, badge blocked.',
      verification: 'Sign-in attempt refused; read back from the directory at 18:05.',
    },
  },
  {
    id: 'folder-rights',
    service: 'identity',
    category: 'Folder rights',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['office', 'manager', 'pharmacy'],
    times: 5,
    subjects: [
      'Access to the folder {folder}',
      'I cannot open {folder} any more',
      'Please add me to {folder}',
      'Read rights for {folder} please',
    ],
    openings: [
      'I have taken over [[the monthly figures|the audit|the newsletter]] from a colleague and need to read and write in {folder}. At the moment it says access denied and is quite stern about it.',
      'Until last week I could open {folder}. Now Windows pretends it does not exist. Did somebody tidy up?',
      'Could I please get read access to {folder}? I only need to look things up, I promise not to touch anything.',
    ],
    slots: {
      folder: [
        'S:\\Quality\\Audits',
        'S:\\Finance\\Month end',
        'S:\\Pharmacy\\Shortages',
        'S:\\Rotas\\Theatres',
        'S:\\Board papers',
      ],
    },
    error: 'Access is denied.',
    steps: [
      {
        say: 'The owner of that folder has to say yes. I have asked and will write as soon as there is an answer.',
        after: '1h',
      },
      {
        note: 'Owner according to the list: [[Victoria Oyelaran|Ambrose Keane|Gareth Bowen|Simon Hartnell]]. Asked by mail.',
        after: '5m',
      },
      { note: 'Owner agrees, [[read only|read and write]], until end of the year.', after: '1d' },
      {
        say: 'You have it: [[read only|read and write]]. Please sign out and in once, rights only arrive with a fresh sign-in.',
        after: '20m',
      },
    ],
    fix: {
      cause: 'Person was not a member of the folder’s group.',
      action: 'Added to the group after the owner agreed; noted in the access register.',
      verification: 'Effective rights read back from the file server.',
    },
  },
  {
    id: 'access-review',
    service: 'identity',
    category: 'Access review',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['manager'],
    person: ['judith.penrose'],
    times: 2,
    subjects: [
      'Quarterly review: who may see the records of staff members',
      'Review of privileged accounts before the audit',
    ],
    openings: [
      'The auditors come in three weeks. Please list everybody who can open the records of our own employees, with the reason and the last time the right was used. Names stay in this ticket only.',
      'Please prepare the list of all accounts with administrative rights on servers and in the record, and mark those unused for ninety days.',
    ],
    tags: ['audit'],
    steps: [
      { to: 'security', because: 'Access review, belongs to Information Security; contains names.' },
      {
        note: 'First cut: 41 accounts. Nine not used for more than 90 days, four belong to people who changed department.',
        after: '2d',
      },
      {
        say: 'The list is in your folder. Thirteen accounts look superfluous to me; I would take the rights away on Friday unless you object by then.',
        after: '1d',
      },
      {
        ask: 'Agreed for twelve. Leave Helen’s second account, she uses it when the interface breaks at night.',
        after: '1d',
      },
      { say: 'Twelve removed, Helen’s now needs the second factor every time.', after: '2d' },
    ],
    fix: {
      cause: 'Regular review.',
      action: 'Removed twelve superfluous privileged rights, tightened one, recorded the reasons for the rest.',
      verification: 'Second export compared with the first; differences are exactly the twelve.',
    },
  },
]
