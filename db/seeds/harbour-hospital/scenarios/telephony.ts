import type { Scenario } from '../shapes.ts'

export const telephonyScenarios: Scenario[] = [
  {
    id: 'pager-silent',
    service: 'telephony',
    category: 'Pager',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['doctor', 'emergency', 'theatre'],
    times: 3,
    channel: 'phone',
    subjects: ['Crash call did not reach my pager', 'Pager {n} silent where I work most'],
    openings: [
      'At {at} the crash call went out and my pager {n} stayed silent. I heard it from the others running past. Batteries are new.',
      'My pager works everywhere except [[on level 2 of the Pilot Wing|in the X-ray basement|in the new stairwell]], which is where I spend my life.',
    ],
    slots: { at: ['03:20', '14:40', '21:55'] },
    tags: ['patient safety'],
    steps: [
      {
        say: 'I am taking this very seriously. Here is a second pager for now, tested in front of you; please carry both. I will find out why the first did not hear it.',
        after: '10m!',
      },
      {
        note: '[[Call log: sent to the group at {at}; this pager is not in it since the change of the rota|Transmitter 4 has no power and nobody was told]].',
        after: '40m!',
      },
      {
        to: 'network',
        because: 'Paging transmitter / group list. Crash-call chain incomplete in this place, see log.',
      },
      {
        say: '[[Your pager had dropped out of the crash group when the rota changed. It is in again, and the list is compared every night now.|The transmitter on that floor had lost its power; a socket had been switched off during painting. It is on again, and it now has an alarm of its own.]]',
        after: '1h',
      },
      { ask: 'Test call heard in all corners, [[also behind the lead doors|also in my corner]].', after: '2h' },
    ],
    fix: {
      cause: '[[Pager missing from the crash group|Transmitter without power]].',
      action: '[[Corrected the group, nightly comparison with the rota|Restored power, added monitoring]].',
      verification: 'Test crash call with every pager of the group, received by all.',
    },
  },
  {
    id: 'cordless',
    service: 'telephony',
    category: 'Cordless phone',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['nurse', 'ward', 'estates'],
    times: 5,
    subjects: [
      'Cordless phone cuts out',
      'Ward phone fell into the sink',
      'Phone rings but nobody is there',
      'Ward phone drops every call',
      'Telephone, water, rice',
      'Callers hear me, I do not hear them',
    ],
    openings: [
      'The ward phone cuts out after exactly [[thirty seconds|one minute]], preferably with relatives on the line who then think I hung up on them.',
      'It fell into the sink, the one with the water in it. It has been in rice since, because somebody said so. It now smells of rice and does not work.',
      'It rings, I answer, silence. Callers say they hear me perfectly, which is a little embarrassing looking back.',
    ],
    steps: [
      {
        say: 'A replacement with your number comes with the next porter. Please keep the old one, we want to look inside.',
        after: '1h',
      },
      {
        note: '[[Battery contact worn, shuts off under load.|Rice found in the charging socket.|Loudspeaker dead.]]',
        after: '5h',
      },
      {
        ask: '[[Ten minutes with a daughter in Canada, not one cut.|Thank you. We have put a hook next to the sink.|I can hear people again.]]',
        after: '1d',
      },
    ],
    fix: {
      cause: '[[Worn battery contact|Water damage|Defective loudspeaker]].',
      action: 'Exchanged the handset, kept the number.',
      verification: 'Five minutes of conversation while walking the ward.',
    },
  },
  {
    id: 'forwarding',
    service: 'telephony',
    category: 'Hunt group and forwarding',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['office', 'manager', 'emergency', 'external'],
    times: 5,
    subjects: [
      'Hunt group for {place}',
      'Calls go round in a circle',
      'Forward {phone} to my colleague',
      'Several phones should ring at once',
      'Who gets our calls at night?',
      'Forwarding while I am away',
    ],
    openings: [
      'Please let calls to {phone} ring [[two|three]] of us at the same time, and after thirty seconds the front desk. At the moment they ring in an empty room with great patience.',
      'Our night number goes to the day number, which at night goes to the night number. A caller was in there for eleven minutes.',
      'While I am away, from [[Monday|the 3rd]] to the end of the month, my calls should go to the colleague next door. I tried the star codes and have probably forwarded the whole hospital to the lodge.',
    ],
    steps: [
      {
        say: 'I have set it up as you describe; it takes effect at once. Please call it from your mobile and let it ring through to the end.',
        after: '5h',
      },
      {
        note: '[[Hunt group made, parallel, 30 s overflow.|Loop between two forwardings removed.|Forwarding with an end date; all the star codes undone.]]',
        after: '10m',
      },
      { ask: '[[It rings everywhere it should.|Tested, perfect. The lodge sends greetings.]]', after: '1d' },
    ],
    fix: {
      cause: '[[New wish|Forwarding loop|New wish]].',
      action:
        '[[Hunt group and overflow set as described|Loop removed, night number goes to the front desk|Forwarding set until the date given]].',
      verification: 'Test call from outside by day and after 18:00.',
    },
  },
  {
    id: 'desk-phone-quality',
    service: 'telephony',
    category: 'Desk phone',
    kind: 'incident',
    impact: 3,
    urgency: 3,
    from: ['office', 'executive', 'manager'],
    times: 3,
    subjects: ['I sound like a robot on the phone', 'Display of the phone shows another name'],
    openings: [
      'Callers tell me that I sound as if I were speaking from a bathtub. I was not.',
      'My telephone displays the name of my predecessor, who was rather unpopular. It would help me a good deal to have my own.',
    ],
    steps: [
      {
        say: '[[Is it on all calls, or only on those from outside? And does it go away when you use the handset instead of the loudspeaker?|Does the wrong name show only on your own display, or also on the phones you call?]]',
        after: '4h',
      },
      { wait: 'requester' },
      {
        ask: '[[Only outside calls, both ways.|Also on the phones I call. It explains the short conversations.]]',
        after: '1d',
      },
      {
        note: '[[Wrong codec on the gateway for this range.|Name from the old directory entry.]] Corrected.',
        after: '4h',
      },
      {
        say: 'Corrected. [[Please make a call to somebody who will be honest with you.|Please call a colleague and ask who is ringing.]]',
        after: '10m',
      },
      { ask: '[[I am told that I sound human.|I am myself again.]]', after: '1d' },
    ],
    fix: {
      cause: '[[Unsuitable codec for outside calls|Stale directory entry]].',
      action: '[[Changed the codec|Corrected the entry]].',
      verification: '[[Test call recorded with consent and listened to|Right name on three other phones]].',
    },
  },
]
