import type { Scenario } from '../shapes.ts'

export const networkScenarios: Scenario[] = [
  {
    id: 'wifi-dead-spot',
    service: 'wifi',
    category: 'Staff Wi-Fi',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['ward', 'theatre', 'estates'],
    times: 6,
    subjects: [
      'No Wi-Fi at the end of the corridor',
      'Tablets at {place} fall off the network',
      'Wi-Fi gone since the work in the ceiling',
      'Carts lose connection near {bed}',
      'Wi-Fi drops every time the lift passes',
      'Wireless dead at {place}',
    ],
    openings: [
      'Between {bed} and the [[linen room|fire door|kitchen]] the cart has no network. We do the round up to there, push back, wait, sign, and push on.',
      'The tablets at {place} drop out several times an hour. It is worse in the [[morning|afternoon]], and I could swear it is worse when the lift goes by.',
      'Wireless is dead since somebody worked above the ceiling on {weekday}. There is still a tile missing.',
    ],
    steps: [
      {
        note: 'Access point AP-{n} [[offline since {weekday}|on a channel shared with the neighbour|offline, cable side dead]].',
        after: '40m',
      },
      {
        to: 'network',
        because: 'Access point near {place} misbehaves, see note. Ward reports it daily; carts affected.',
      },
      {
        say: 'The access point above you [[has lost its cable|is talking over its neighbour|has lost its cable during the work in the ceiling]]. I will come [[at eleven, with a ladder|this afternoon, with a ladder]]; it takes twenty minutes and you lose the wireless for five of them.',
        after: '2h',
      },
      { ask: '[[Eleven is good, round is over then.|Fine, but please not during visiting hours.]]', after: '30m' },
      { say: 'Ladder is down again. Please walk the round once with the cart and watch the bars.', after: '3h' },
      {
        ask: '[[Full bars to the end of the corridor.|Even in the linen room. Not that I would sit there.|Two days without a drop.]]',
        after: '1d',
      },
    ],
    fix: {
      cause:
        '[[Cable of the access point chewed through, probably by a cart|Two neighbouring access points on one channel|Cable of the access point pulled during work in the ceiling]].',
      action: '[[New cable in a duct|Changed the channel plan of the floor|New cable, tile closed]].',
      verification: 'Walked the ward with a meter: nowhere below -62 dBm.',
    },
  },
  {
    id: 'guest-wifi',
    service: 'wifi',
    category: 'Guest Wi-Fi',
    kind: 'question',
    impact: 3,
    urgency: 3,
    from: ['ward', 'office', 'nurse'],
    times: 4,
    subjects: [
      'Guest Wi-Fi for a long-term patient',
      'Wi-Fi for forty visitors on {weekday}',
      'Guest voucher lasts only a day',
      'Internet for a training day',
    ],
    openings: [
      'A patient has been with us for [[six|nine]] weeks and must fetch a new guest voucher every morning. Is there something longer? She is good at chess and wants to play against her grandson.',
      'We have a training day with forty people from outside. How do they get on the internet without forty slips of paper?',
    ],
    steps: [
      {
        say: 'There is: long-stay vouchers run for thirty days, I have sent one to your printer. For events we make one code for everybody, valid that day only.',
        after: '4h',
      },
      { ask: '[[The grandson has lost already. Thank you!|One code for all is perfect.]]', after: '1d' },
    ],
    fix: {
      cause: 'Ordinary vouchers last one day.',
      action: 'Issued a long voucher and a code for the event.',
      verification: 'Requester reported that it works.',
    },
  },
  {
    id: 'socket',
    service: 'wifi',
    category: 'Wall socket',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['office', 'estates', 'manager', 'lab'],
    times: 3,
    channel: 'portal',
    subjects: ['Activate socket {socket}', 'Socket {socket} is dead'],
    openings: [
      'Please switch on {socket}, a [[printer|time clock|second phone]] will go there. The wall is freshly painted, please mind the edges.',
      'The socket {socket} behind my desk has no light. The one next to it does, but the cable is twenty centimetres too short, of course.',
    ],
    slots: { socket: ['L2-114', 'O1-032', 'B1-207', 'Q0-019'] },
    steps: [
      { note: '{socket} not patched in cabinet; port reserved.', after: '3h' },
      { say: 'Patched. Light should be green within a minute of plugging in.', after: '1d' },
      { ask: 'Green. [[And the paint is unharmed.|And the cable reaches.]]', after: '1d' },
    ],
    fix: {
      cause: 'Socket not patched.',
      action: 'Patched to the right segment, plan updated.',
      verification: 'Device has an address and answers.',
    },
  },
  {
    id: 'site-link',
    service: 'wifi',
    category: 'Site link',
    kind: 'incident',
    impact: 1,
    urgency: 1,
    from: ['german', 'radiology'],
    person: ['silke.brandt', 'cem.yildirim'],
    times: 1,
    channel: 'phone',
    subjects: ['Link to Hafenklinik down, nothing works on the north side'],
    openings: [
      'Everything that lives at the main site is gone for us since 09:12: record, images, telephones to the other side. Mobile phones work. Downtime forms are out. I ring from my own phone.',
    ],
    tags: ['major incident'],
    steps: [
      { note: 'Second call already, from Röntgen. Monitoring shows both tunnels down.', after: '2m!' },
      {
        to: 'network',
        because: 'Site link to Hafenklinik down since 09:12, whole site cut off. Downtime procedure running there.',
      },
      {
        say: 'We see both lines down. Bridget has the carrier on the phone, Hugo is switching to the mobile backup. Next message in fifteen minutes, even if there is nothing new.',
        after: '6m!',
      },
      {
        note: 'Carrier: excavator near the ferry pier, fibre cut. The second line runs through the same duct, contrary to the contract.',
        after: '14m!',
      },
      {
        say: 'You should have record and telephony again over the mobile backup: slower, images only on demand. A digger has cut both lines near the ferry pier. The carrier says 16:00.',
        after: '10m!',
      },
      { ask: 'Akte läuft, Telefon auch. Bilder dauern, aber sie kommen. Danke für die klaren Ansagen.', after: '12m!' },
      { wait: 'vendor' },
      { note: '15:35 first fibre spliced, traffic back on it. Mobile backup kept warm overnight.', after: '5h!' },
      {
        say: 'The first fibre is back since 15:35, at full speed. The carrier owes us an explanation for the shared duct, and a new route.',
        after: '10m!',
      },
    ],
    fix: {
      cause: 'Fibre cut by digging; both lines ran through one duct, contrary to the contract.',
      action:
        'Switched to mobile backup within 30 minutes, fibre spliced by the carrier; separate route demanded in writing.',
      verification: 'Both tunnels up, throughput at its usual value, downtime forms entered by 18:00.',
    },
    thanks: 'Alles wieder da. Gut gemacht.',
  },
  {
    id: 'disk-space',
    service: 'wifi',
    category: 'Servers and storage',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['office', 'radiology', 'pharmacy'],
    times: 2,
    subjects: ['Drive S: is full', 'Cannot save: "not enough space"'],
    openings: [
      'Nobody in {place} can save anything on S:. It says zero bytes free. We have deleted what we could bear to delete, and it is full again within the hour.',
    ],
    error: 'There is not enough space on the disk.',
    steps: [
      {
        note: '1.1 TB grew within two days below S:\\Scans\\Temp. [[A scanner profile saves uncompressed images|A copy of a copy of a backup]].',
        after: '30m',
      },
      { to: 'network', because: 'Volume S: full, growth identified, needs space now and a limit for the folder.' },
      {
        say: 'You have room again. One folder had grown by a terabyte in two days; it has a limit now, and its owner a friendly letter.',
        after: '1h',
      },
      { ask: 'Saving works. It was not us, was it?', after: '1h' },
      { say: 'It was not you.', after: '20m' },
    ],
    fix: {
      cause: 'Runaway folder filled the volume.',
      action: 'Extended the volume, set a quota, corrected the scanner profile.',
      verification: '22 % free; growth normal for three days.',
    },
  },
  {
    id: 'switch-upgrade',
    service: 'wifi',
    category: 'Servers and storage',
    kind: 'change',
    impact: 1,
    urgency: 3,
    from: ['everyone'],
    person: ['bridget.nolan', 'hugo.laurent'],
    times: 2,
    subjects: [
      'Change: new firmware on the core switches',
      'Change: replace the UPS batteries in the Breakwater Building',
    ],
    openings: [
      'Planned for Sunday 05:00 to 06:30. Effect: two interruptions of about ninety seconds for everything in the building. Way back: the old state stays on the second partition, ten minutes. Wards, theatres and laboratory have been asked and agree; the delivery suite wants a call at 04:45.',
    ],
    tags: ['change window'],
    attach: ['change-plan.pdf'],
    steps: [
      { note: 'Approved by Judith, on condition that somebody is on site.', after: '1d' },
      { wait: 'until' },
      {
        note: '04:45 call to the delivery suite: one birth in progress, waited until 05:20. Then both units without trouble, 84 s and 79 s.',
        after: '4d',
      },
    ],
    fix: {
      cause: 'Planned maintenance.',
      action: 'Carried out as planned, begun 20 minutes late at the request of the delivery suite.',
      verification: 'All links up, monitoring green, test calls to three wards. Mother and child well.',
    },
  },
]
