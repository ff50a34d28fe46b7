import type { Scenario } from '../shapes.ts'

export const deviceScenarios: Scenario[] = [
  {
    id: 'vitals-not-charting',
    service: 'devices',
    category: 'Vital signs',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['ward', 'nurse'],
    person: ['agnes.thorne', 'yusuf.demir', 'wilfred.osei', 'hannah.steadman', 'tobias.okonjo'],
    times: 4,
    subjects: [
      'Monitor {bed} does not write into the chart',
      'Vital signs of {bed} belong to somebody else',
      'Blood pressure arrives, saturation does not',
    ],
    openings: [
      'The monitor at {bed} shows everything, the chart shows nothing since [[three|four]] in the morning. We copy by hand every quarter of an hour.',
      'The values of {bed} went into the chart of the patient who was there before. I noticed because a man of eighty suddenly had the pulse of a newborn.',
      'Pulse and pressure arrive in the chart, the saturation does not, on all monitors of the [[north|left]] side.',
    ],
    tags: ['interface'],
    steps: [
      {
        say: 'Please go on writing by hand until I report back. Is the patient named on the monitor the one in the bed?',
        after: '10m!',
      },
      {
        ask: '[[Yes, name and case number are right.|No! It still has the patient from yesterday.|Yes, all of them are right.]]',
        after: '8m!',
      },
      {
        note: '[[Gateway 2 restarted in the night and did not subscribe again for this bed|Monitor was never discharged after the last patient; binding stuck|Gateway 1 restarted in the night, the channel for saturation did not come back]].',
        after: '20m!',
      },
      {
        say: '[[The gateway forgot your bed after a restart. It is connected again, and the missing values are read back from the monitor’s memory.|The monitor had never been told that the previous patient left. I have released it, and the misplaced values are marked as wrong in the other chart.|One channel had stayed away after a restart in the night. It is back, and the gap is filled from the memory of the monitors.]]',
        after: '15m!',
      },
      { ask: '[[Values arriving every minute.|Looks right. We have compared with our paper.]]', after: '30m!' },
    ],
    fix: {
      cause:
        '[[Gateway lost its subscription after a restart|Monitor not discharged from the previous patient|Gateway lost one channel after a restart]].',
      action:
        '[[Subscribed again, read the gap from the monitor’s memory|Bound the bed anew, marked the misplaced values|Restarted the channel, read the gap from memory]]; alarm for silent beds after ten minutes.',
      verification: 'Values of one hour compared with the paper of the ward.',
    },
  },
  {
    id: 'pump-library',
    service: 'devices',
    category: 'Infusion pumps',
    kind: 'change',
    impact: 2,
    urgency: 3,
    from: ['pharmacy', 'nurse'],
    person: ['ambrose.keane', 'agnes.thorne'],
    times: 2,
    subjects: ['New drug library for the infusion pumps', 'Drug library: limits for noradrenaline'],
    openings: [
      'Pharmacy and intensive care have agreed the new drug library ({n}), 214 entries, eleven changed limits. Please distribute it to all pumps. Pumps in use must take it only when they are next switched on.',
    ],
    attach: ['drug-library.pdf'],
    steps: [
      {
        say: 'Received. I propose {weekday}, starting with the six pumps in the equipment pool, then ICU, then the wards.',
        after: '1d',
      },
      { ask: 'Agreed. Agnes wants to see it on two pumps before ICU follows.', after: '1d' },
      { note: 'Pool done 6/6. Two ICU pumps released by Sr. Thorne in writing.', after: '2d' },
      { wait: 'until' },
      {
        note: '138 of 141 pumps have the new library. Three have not been switched on for a month; located with the porters.',
        after: '5d',
      },
      {
        say: 'All 141 pumps carry the new library. The last one was in a cupboard behind the Christmas tree.',
        after: '2d',
      },
    ],
    fix: {
      cause: 'Yearly revision of the drug library.',
      action: 'Distributed in three steps with release by intensive care.',
      verification: 'Version read from all 141 pumps; eleven changed limits tested on one pump.',
    },
  },
  {
    id: 'ecg-upload',
    service: 'devices',
    category: 'Ultrasound and ECG',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['emergency', 'doctor', 'ward'],
    times: 4,
    subjects: ['ECG cart does not send', 'ECGs arrive without a name', 'Ultrasound has lost its worklist'],
    openings: [
      'The ECG cart at {place} stores everything and sends nothing. Memory is [[90|85]] % full, it says, as if that were my fault.',
      'I do an ECG, it arrives in the record as "Unknown, Unknown", and I spend my break looking for it.',
      'The worklist on the ultrasound is empty. I have typed four names by hand and I know how that ends.',
    ],
    thing: '[[ECG cart|ECG cart|Ultrasound machine]]',
    steps: [
      {
        note: '[[Wireless certificate of the cart expired at midnight|Cart asks the worklist of the old department code|Worklist broker answers for another department after the rename]].',
        after: '35m',
      },
      {
        say: '[[Its pass for the wireless network ran out at midnight. I am bringing a new one, so to speak.|The cart asked for the list of a department that was renamed last week.|The machine gets an empty list because its department was renamed last week.]] Please leave it switched on and near the nurses’ station.',
        after: '10m',
      },
      {
        say: '[[It is sending what it has stored, oldest first, 38 recordings. Give it ten minutes.|The nameless recordings of this week have their names again; I have compared the times with the list.|The list fills again. The four you typed by hand are attached to the right cases.]]',
        after: '40m',
      },
      {
        ask: '[[All there, every one of them.|Names, finally. I get my break back.|Worklist is back. You are a treasure.]]',
        after: '40m',
      },
    ],
    fix: {
      cause:
        '[[Expired wireless certificate|Old department code on the cart|Department code changed in the worklist]].',
      action:
        '[[New certificate, renewal 30 days ahead now automatic|Code corrected on the cart and its four siblings|Code corrected on the machine and its siblings]].',
      verification: 'Stored recordings complete in the record under the right case numbers.',
    },
  },
  {
    id: 'connect-scale',
    service: 'devices',
    category: 'Vital signs',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['ward', 'manager', 'nurse'],
    person: ['hannah.steadman', 'florence.abara', 'agnes.thorne'],
    times: 2,
    channel: 'portal',
    subjects: ['Connect the new {newdevice} to the record', 'New {newdevice} should write into the chart'],
    openings: [
      'We have been given a new {newdevice} by the friends of the hospital, with a network socket. It would be lovely if it wrote straight into the chart. Medical engineering has put its sticker on it.',
    ],
    slots: { newdevice: ['baby scale', 'bed scale'] },
    steps: [
      {
        say: 'How nice of the friends. Please send me maker, model, serial number and the number of the wall socket next to it.',
        after: '1d',
      },
      { wait: 'requester' },
      {
        ask: 'Serial ends in {n}, socket L1-{n}, the papers are attached.',
        after: '2d',
        attach: ['device-papers.pdf'],
      },
      { to: 'network', because: 'Socket L1-{n} into the medical device segment, fixed address please. Driver exists.' },
      { note: 'Patched, segment MED-3, address reserved.', after: '1d' },
      { to: 'clinical', because: 'Network side is ready.' },
      { say: 'Connected. Please weigh something whose weight you know, and look in the test chart.', after: '1d' },
      { ask: 'A bag of sugar: 1,000 g. In the chart too!', after: '1d' },
    ],
    fix: {
      cause: 'New device.',
      action: 'Socket moved to the device segment, driver configured, mapped to the chart.',
      verification: 'Known value appeared in the test chart, then in the real one.',
    },
  },
  {
    id: 'alarm-flood',
    service: 'devices',
    category: 'Alarms',
    kind: 'problem',
    impact: 2,
    urgency: 2,
    from: ['ward'],
    person: ['agnes.thorne'],
    times: 1,
    subjects: ['ICU: phones receive every alarm four times'],
    openings: [
      'Each monitor alarm arrives four times on our phones, and when it is acknowledged on one it goes on ringing on the others. The night shift has begun to put the phones in a drawer. I need not explain what that means.',
    ],
    tags: ['patient safety', 'problem record'],
    steps: [
      {
        say: 'You need not. I will be on the ward within fifteen minutes, and until this is cured a colleague sits at the central monitor, agreed with your shift lead.',
        after: '10m!',
      },
      {
        note: 'Each alarm matches four rules since the phones were moved to one group each. Acknowledgement only closes its own rule.',
        after: '1h',
      },
      { by: 'network', note: 'Exchange side is fine, four separate calls are really requested.', after: '30m' },
      {
        say: 'Rules merged into one: each alarm rings once, goes to the second nurse after 30 seconds, to everyone after 60, and one acknowledgement ends it for all. Tested with your team on bed 3.',
        after: '4h',
      },
      { ask: 'Night shift reports one ring per alarm. The drawer is empty.', after: '1d' },
    ],
    fix: {
      cause: 'Four overlapping alarm rules after the phone groups were reorganised.',
      action: 'One rule with two steps of escalation and a common acknowledgement.',
      verification: 'Twelve test alarms with two nurses; log of the first night: no doubles.',
    },
    thanks: 'Quiet, in the right sense. Thank you.',
  },
]
