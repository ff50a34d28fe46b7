import type { Scenario } from '../shapes.ts'

export const workstationScenarios: Scenario[] = [
  {
    id: 'cart-battery',
    service: 'workstation',
    category: 'Battery',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['ward', 'theatre'],
    times: 6,
    subjects: [
      'Ward cart {pc} dies after twenty minutes',
      'Battery of our cart does not last one round',
      'Cart switches itself off in the middle of a round',
      'Cart needs to be on the leash all day',
    ],
    openings: [
      'Cart {pc} lasts from {bed} to the next one and then goes black, taking half an order with it. It was on the charger all night, the light was green.',
      'We push the cart from socket to socket like a lawn mower. Full battery at seven, empty at [[half past|twenty past]].',
      'The cart beeps, shows "2 minutes remaining" and means it. This is the newer one, with the white drawers.',
    ],
    thing: 'Ward cart {pc}',
    steps: [
      {
        say: 'That sounds like a cell that has reached its age. I will bring a battery [[at two|after the morning round|before your late shift]] and take yours along for a test. Please leave the cart in the corridor and wiped down.',
        after: '2h',
      },
      {
        note: 'Capacity [[31 %|22 %|38 %]] of nominal, 940 cycles. Same delivery as the other six we changed.',
        after: '5h',
      },
      {
        say: 'New battery is in. It needs one full night on the charger before it tells the truth about its level.',
        after: '20m',
      },
      {
        ask: '[[Two rounds on one charge!|It made it through the whole shift.|Fine since yesterday. The leash is retired.]]',
        after: '2d',
      },
    ],
    fix: {
      cause: 'Battery worn out after about 900 cycles.',
      action: 'Replaced the battery, registered its date in the cart’s record.',
      verification: 'Four hours of use on one charge, reported by the ward.',
    },
  },
  {
    id: 'black-screen',
    service: 'workstation',
    category: 'Does not start',
    kind: 'incident',
    impact: 3,
    urgency: 1,
    from: ['office', 'emergency', 'ward', 'lab'],
    times: 6,
    channel: 'phone',
    subjects: [
      'Computer {pc} stays black',
      'Blue screen at {place}',
      'Nothing happens when I press the button',
      'Computer {pc} cannot find its system',
    ],
    openings: [
      'Pressed the button, the fan comes on, the screen stays black. There was a short power cut in the night, the clocks on the ovens are all blinking.',
      '{pc} shows a blue page with a sad face and a percentage that stops at 35. Then it starts again. It has been at it for an hour, poor thing.',
      'Nothing. No light, no sound. I checked the plug, and the plug of the thing the plug is in.',
      'Came in this morning and the computer at {place} says it cannot find a system. A colleague says a cleaner unplugged it to vacuum, but I did not see that.',
    ],
    thing: 'Workstation {pc}',
    error: '[[|INACCESSIBLE_BOOT_DEVICE||Operating system not found]]',
    steps: [
      {
        say: 'Thank you for trying the plugs. Somebody comes up with a spare within the hour. Is there another computer you can use at {place} until then?',
        after: '8m',
      },
      {
        to: 'workplace',
        because: 'Tried on the phone: power, other socket, monitor cable, 30 seconds on the button. Needs hands.',
      },
      {
        note: '[[Power supply dead after the surge|Disk reports reallocated sectors by the hundred|Memory module had crept out of its slot]]. Swapped the whole box against a spare, takes the same time.',
        after: '1h',
      },
      {
        say: 'You have a different box with the same number on the sticker. Your desktop and the printers appear by themselves at the first sign-in, that first one takes about four minutes.',
        after: '20m',
      },
      {
        ask: '[[Up and running, thank you.|Everything there, even my wallpaper.|Working. Faster than before, may I keep it?]]',
        after: '30m',
      },
    ],
    fix: {
      cause: '[[Power supply failed after a power cut|Disk failure|Loose memory module]].',
      action: 'Exchanged the computer against a spare, data was on the server.',
      verification: 'Requester signed in, opened the record, printed a page.',
    },
  },
  {
    id: 'slow-computer',
    service: 'workstation',
    category: 'Slow or freezing',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['office', 'doctor', 'manager'],
    times: 5,
    subjects: [
      'My computer is so slow',
      '{pc} freezes for a minute at a time',
      'Everything hangs when I open two programs',
      'Excel and I have both grown old',
    ],
    openings: [
      'I know everybody says it, but mine really is slow. From switching on to reading mail: eleven minutes. I timed it with the kitchen timer.',
      'Every few minutes everything stands still, including the mouse, and then happens all at once. Always worse [[around ten|after lunch|on Mondays]].',
      'As soon as I have the record and one spreadsheet open, the fan starts and nothing moves.',
    ],
    thing: 'Workstation {pc}',
    steps: [
      {
        say: 'That is no way to spend a morning. May I connect to {pc} for a look? It takes a quarter of an hour and you see everything I do.',
        after: '2h',
      },
      { wait: 'requester' },
      {
        ask: 'Yes please, [[today at three would suit|any time after the morning meeting|I am at my desk now]].',
        after: '3h',
      },
      {
        note: 'Disk full to 99 %: [[local copy of a 60 GB mailbox|old profiles of eleven people|scanner software keeps every page]]. Scan of the disk at ten each day on top.',
        after: '1h',
      },
      {
        say: 'The disk was full to the brim. I have cleared [[eleven old profiles|the local mail copy|some 14,000 scanned pages that are also on the server]]. Please restart once in the evening and time it again tomorrow.',
        after: '20m',
      },
      {
        ask: '[[Fifty seconds. The timer is now only for eggs.|A different machine. Thank you!|One minute ten. I nearly missed it.]]',
        after: '1d',
      },
    ],
    fix: {
      cause: 'System disk full.',
      action: 'Removed leftovers, limited the local mail copy to one year, moved the scan to the lunch hour.',
      verification: 'Start to mail in about one minute, measured by the requester.',
    },
  },
  {
    id: 'second-monitor',
    service: 'workstation',
    category: 'Display',
    kind: 'incident',
    impact: 3,
    urgency: 3,
    from: ['office', 'radiology', 'lab'],
    times: 4,
    subjects: ['Screens swapped left and right', 'Second screen not recognised', 'Everything is enormous on my screen'],
    openings: [
      'After the update my right screen is left and the mouse leaves on the wrong side. I have turned my chair round for now.',
      'The second monitor says "no signal" and goes to sleep, which I envy.',
      'Overnight everything became huge. I can read the clock from the corridor, but no more than three rows of a table.',
    ],
    steps: [
      {
        say: 'Press the Windows key and P, choose "Extend", then right-click on the desktop, "Display settings", and drag the two rectangles the way they stand on your desk. Scaling should say 100 %.',
        after: '2h',
      },
      {
        ask: '[[Left is left again!|No change, it still says no signal.|That did it, thank you. The corridor must do without my clock.]]',
        after: '2h',
      },
      {
        note: '[[Done by the requester with the hint.|Cable was half out of the dock; firmware of the dock updated too.|Scaling stood at 200 %, requester has set it back.]]',
        after: '3h',
      },
    ],
    fix: {
      cause: '[[Arrangement lost after an update|Loose cable at the dock|Scaling changed by an update]].',
      action: '[[Explained the display settings|Seated the cable, updated the dock|Explained the display settings]].',
      verification: '[[Both screens in the right order|Both screens on|Scaling still right]] after a restart.',
    },
  },
  {
    id: 'coffee-keyboard',
    service: 'workstation',
    category: 'Keyboard, mouse, scanner',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['office', 'nurse', 'doctor'],
    times: 5,
    subjects: [
      'Tea. Keyboard. Sorry',
      'Mouse double-clicks by itself',
      'Bedside scanner adds letters',
      'Keyboard types only the left half',
      'Mouse signs things twice',
      'Scanner puts a Q before everything',
    ],
    openings: [
      'I will be honest: it was tea. With milk. The letters from H to P no longer take part. This message is written on my telephone.',
      'My mouse clicks twice when I click once, which is unpleasant with the button "Sign and release".',
      'The bedside scanner at {place} puts a Q in front of every number since it was dropped. It still scans, it just has opinions.',
    ],
    steps: [
      {
        say: 'It happens to the best. A new one is at the service desk with your name on it, or comes with the porters [[at three|tomorrow at eight]]. Which is better?',
        after: '1h',
      },
      { ask: '[[Porters please.|I will fetch it in my break.]]', after: '1h' },
      {
        note: '[[Washable keyboard handed out, the place had the office one by mistake.|Mouse exchanged, the switch was worn out.|Scanner reset with the programming sheet, prefix removed; spare goes back to stock.]]',
        after: '4h',
      },
    ],
    fix: {
      cause: '[[Spilt drink|Worn switch|Fall from the cart]].',
      action: '[[Exchanged for the washable model|Exchanged|Reset with the programming barcode]].',
      verification:
        '[[Requester wrote the thank-you on it.|Twenty single clicks in a row.|Ten wristbands scanned without a Q.]]',
    },
  },
  {
    id: 'room-move',
    service: 'workstation',
    category: 'New or moved workplace',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['manager', 'office'],
    times: 4,
    channel: 'portal',
    subjects: ['Moving our workplaces to {room}', 'New workplace in {room}', 'We get {room} and need computers in it'],
    openings: [
      'Estates give us {room} from [[the 15th|the first of next month]]. We need two computers and a telephone there; the furniture is already in, sockets are behind the cupboard, naturally.',
      'Please move the workplaces of the two of us to {room}. We can pack the personal things ourselves. Any day but Wednesday.',
    ],
    slots: { room: ['room 1.12', 'the old archive', 'room 2.03', 'the former smoking room'] },
    attach: ['floor-plan.pdf'],
    steps: [
      {
        say: 'Gladly. I have looked at the plan: there are two live sockets, you need three. The third takes the network colleagues a few days. Would Thursday next week suit you?',
        after: '1d',
      },
      { wait: 'requester' },
      { ask: 'Thursday is fine. I can let you in from [[seven|half past seven]].', after: '1d' },
      { note: 'Socket L1-{n} patched by Hugo, phone on the same day. Move planned, trolley reserved.', after: '2d' },
      { wait: 'until' },
      {
        say: 'Everything stands and runs. The phone kept its number. The cupboard has been moved ten centimetres, which took the longest.',
        after: '4d',
      },
    ],
    fix: {
      cause: 'Department moved rooms.',
      action: 'Patched a third socket, moved workplaces and phone, updated the locations.',
      verification: 'Both colleagues signed in, printed and phoned on the spot.',
    },
    thanks: 'All three of us are happy. Even with the cupboard.',
  },
  {
    id: 'update-loop',
    service: 'workstation',
    category: 'Slow or freezing',
    kind: 'problem',
    impact: 1,
    urgency: 2,
    from: ['everyone'],
    person: ['aisha.karim', 'maya.brennan'],
    times: 1,
    subjects: ['Forty computers restart during the day since the March update'],
    openings: [
      'Twelve incidents since {weekday} with the same story: a countdown of five minutes, then a restart in the middle of work. All are the small form factor boxes. The maintenance window is set to 02:00 and the computers ignore it. I open this to find the cause behind them instead of answering each one.',
    ],
    tags: ['problem record'],
    steps: [
      {
        note: 'Common to all twelve: switched off at night since the energy campaign of Estates. At 02:00 nobody is awake to update, so they do it at the first chance.',
        after: '1d',
      },
      {
        note: 'Test with five boxes: wake-up by network at 01:45. Four wake, one does not (setting in the firmware).',
        after: '2d',
      },
      {
        by: 'network',
        note: 'Magic packets now pass between the floors, rule added on the distribution switches.',
        after: '1d',
      },
      {
        note: 'Firmware setting rolled out to all 212 of the model. Last unplanned restart was on Tuesday.',
        after: '5d',
      },
    ],
    fix: {
      cause:
        'Computers were switched off at night and missed their maintenance window; the update forced itself during the day.',
      action:
        'Wake on LAN switched on in the firmware and passed between the floors; Estates exempted the small boxes from the campaign.',
      verification: 'Two patch cycles without a restart between 06:00 and 22:00.',
    },
  },
]
