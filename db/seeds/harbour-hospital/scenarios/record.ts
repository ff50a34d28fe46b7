import type { Scenario } from '../shapes.ts'

export const recordScenarios: Scenario[] = [
  {
    id: 'record-slow',
    service: 'record',
    category: 'Performance',
    kind: 'incident',
    impact: 1,
    urgency: 2,
    from: ['nurse', 'doctor'],
    times: 5,
    channel: 'phone',
    subjects: [
      'Patient record terribly slow',
      'Record takes a minute to open a chart',
      'Whole of {place} is waiting for the record',
      'Charts hang since [[eight|half past seven]] this morning',
    ],
    openings: [
      'Opening a chart takes {secs} seconds. I counted, because there is nothing else to do. It is the same on all [[four|three|five]] computers here, so please do not ask me to restart mine.',
      'Ward round stands in the corridor watching a blue circle. Everyone at {place} has it. It began at [[07:40|08:05|13:15]] sharp.',
      'Signing a medication order now takes {secs} seconds between the click and the tick. Before it was instant. That does not sound like much, but we sign hundreds.',
    ],
    slots: { secs: ['forty', 'fifty', 'twenty-five', 'seventy'] },
    tags: ['performance'],
    steps: [
      { note: 'Fourth call about it within ten minutes, from three wards. Not a workstation thing.', after: '4m!' },
      {
        to: 'clinical',
        because:
          'Several wards, all charts, started at the same minute. Restart of one client made no difference. Network ping to the application server is fine (1 ms).',
      },
      {
        say: 'We see it too and it is not your computer. It affects several wards; two of us are on it. Next word from me in thirty minutes, sooner if there is something to say.',
        after: '6m!',
      },
      {
        note: 'Database shows one report blocking the chart index: [[the nightly statistics started by hand|a search for all patients without a date|the export for the auditors]]. Ended it with the author’s agreement.',
        after: '18m!',
      },
      {
        say: 'A large report was holding up everybody else. It is stopped, charts should open as usual. Please tell me if they do at {place}.',
        after: '3m!',
      },
      {
        ask: '[[Back to normal here.|Yes, instant again. Thank you for keeping us posted.|Quick again. The round has moved on.]]',
        after: '12m!',
      },
    ],
    fix: {
      cause: 'A report without limits locked the chart index during the ward rounds.',
      action: 'Ended the report, moved such reports to the replica and gave them a time limit.',
      verification: 'Opening of a chart measured on three wards: below one second; no lock waits for an hour.',
    },
    thanks: 'Has been fine since.',
  },
  {
    id: 'letter-template',
    service: 'record',
    category: 'Letters and templates',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['doctor'],
    times: 4,
    subjects: ['Change to the discharge letter template', 'Discharge letter: {change}'],
    openings: [
      'The discharge letter should {change}. We agreed on it in the department meeting; the minutes are attached so that you see I am not making it up.',
      'Small wish, large effect: could the letter {change}? At present every one of us does it by hand, every single time.',
    ],
    slots: {
      change: [
        'show the last three creatinine values',
        'print the medication plan on a page of its own',
        'leave out empty headings',
        'name the follow-up appointment on page one',
      ],
    },
    attach: ['minutes.pdf'],
    steps: [
      {
        say: 'That is possible. I will build it on the test system and send you a letter of an invented patient to look at.',
        after: '1d',
      },
      {
        say: 'Attached is how it looks now. Please show it to the colleagues; once it is live, it is so for everyone.',
        after: '2d',
        attach: ['sample-letter.pdf'],
      },
      { wait: 'requester' },
      {
        ask: 'Very nice. One thing: [[the heading should read "Medication on discharge"|please keep the signature together with the last paragraph|could the logo be smaller]]. Otherwise go.',
        after: '2d',
      },
      { note: 'Corrected on test, transported to production in the Tuesday window.', after: '1d' },
      {
        say: 'It is live since this morning, with your correction. Letters already begun keep the old form.',
        after: '1h',
      },
    ],
    fix: {
      cause: 'Wish of the department, agreed in its meeting.',
      action: 'Changed the template on test, released by the requester, moved to production in the change window.',
      verification: 'First real letter compared with the released sample.',
    },
  },
  {
    id: 'duplicate-record',
    service: 'record',
    category: 'Patient data',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['office', 'nurse', 'emergency'],
    times: 5,
    subjects: [
      'Allergies are in one record, labs in the other',
      'Two records for one person, please merge ({case})',
      'Patient exists twice',
      'Duplicate after an emergency admission',
      'Duplicate record because of the spelling',
      'Possible duplicate: {case}',
    ],
    openings: [
      'The same person was admitted as an unknown on [[Saturday night|{weekday}]] and yesterday with papers. Now there are two records, and the allergy is only in one of them. Case numbers {case} and one digit higher.',
      'Admissions made a second record because the first name was written with [[a hyphen|two n|an accent]]. Please merge {case} into the older one. Nothing has been prescribed in the new one yet.',
      'I think {case} is a duplicate. Date of birth and address are identical, the surname is the maiden name. The patient says she was here in [[2019|spring]].',
    ],
    tags: ['patient data'],
    steps: [
      {
        note: 'Compared both: same insurance number, same address. Medication only in the older one. Merge is safe; needs the second pair of eyes of Records.',
        after: '1h',
      },
      {
        say: 'I agree it is one person. Nathaniel in Records confirms with a second look, then I merge. Please do not document in the newer record until I write again.',
        after: '10m',
      },
      { note: 'Nathaniel Crewe confirmed by phone.', after: '2h' },
      {
        say: 'Merged: everything now hangs on the older number, the newer one points to it. Open charts must be closed and opened again once.',
        after: '20m',
      },
      { ask: '[[I see everything in one place now, allergy included.|Perfect, thank you.]]', after: '2h' },
    ],
    fix: {
      cause: 'Second record created at admission because the search found no exact match.',
      action: 'Merged after Records had confirmed the identity; labels reprinted on the ward.',
      verification: 'Allergies, medication and results complete in the remaining record, checked with the requester.',
    },
  },
  {
    id: 'wrong-ward-rights',
    service: 'record',
    category: 'Rights in the record',
    kind: 'request',
    impact: 3,
    urgency: 2,
    from: ['nurse', 'doctor'],
    times: 5,
    subjects: [
      'Rights for {ward} please, helping out',
      'Moved to {ward}, record shows my old ward',
      'Please add {ward} for me',
      'Cannot see the patients of {ward}',
      'Still listed where I was',
      'Rotation: {ward} in addition',
    ],
    openings: [
      'I am helping out on {ward} this week and the record shows me only {place}. I have to ask colleagues to open charts for me, which neither of us likes.',
      'I changed to {ward} on the first. The rota knows it, payroll knows it, the record does not.',
      'Please give me {ward} in addition, until the end of the [[month|rotation]]. My consultant has agreed and is in copy, or at least she said she would be.',
    ],
    slots: { ward: ['Ward 3', 'the stroke unit', 'Ward 5', 'day surgery', 'the acute medical unit'] },
    steps: [
      {
        say: 'For {ward} I need a yes from the person in charge there. I have asked; with a yes it takes five minutes.',
        after: '30m',
      },
      { wait: 'requester' },
      { note: 'Yes by phone from the ward lead. Limited to [[two|four|twelve]] weeks.', after: '3h' },
      {
        say: 'You have {ward} now, in addition and for a limited time. Close the record once and open it again, the list is read at the start.',
        after: '10m',
      },
      { ask: '[[There they are. Thank you!|All twenty-six of them, thank you.|Works.]]', after: '1h' },
    ],
    fix: {
      cause: 'Ward assignment in the record follows the contract, not the rota.',
      action: 'Added {ward} with an end date after approval.',
      verification: 'Requester sees the ward list.',
    },
  },
  {
    id: 'medication-interaction',
    service: 'record',
    category: 'Orders and medication',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['pharmacy', 'doctor'],
    times: 2,
    subjects: ['Interaction warnings are missing', 'No warning for two anticoagulants together'],
    openings: [
      'Since the drug catalogue was updated on {weekday} the record no longer warns when two anticoagulants are ordered together. I noticed on {case}, nothing happened, because we look. But it must not rest on us looking.',
      'I ordered {drug} on top of an existing anticoagulant to test my suspicion: not a word of warning. Order cancelled at once. This used to shout at me.',
    ],
    slots: { drug: ['enoxaparin', 'apixaban', 'heparin'] },
    tags: ['patient safety'],
    attach: ['order-screen.png'],
    steps: [
      {
        say: 'Understood, and I am treating it as a matter of patient safety. I can reproduce it on the test system. Pharmacy will check all anticoagulant orders by hand until this is mended; Ambrose has agreed.',
        after: '15m!',
      },
      { raise: 1, because: 'Warnings missing for a whole class of drugs, all wards.' },
      {
        note: 'New catalogue delivers the class code in another column. 212 substances without class. Vendor hotline, reference {n}.',
        after: '50m!',
      },
      { wait: 'vendor' },
      {
        say: 'The vendor confirms that the catalogue file was built wrongly. We have gone back to last month’s catalogue, warnings are there again. Please test with your example.',
        after: '3h!',
      },
      { ask: 'It shouts at me again. Thank you for the speed. When does the new catalogue come?', after: '40m!' },
      {
        say: 'Only when a corrected one has passed a test with forty known pairs, which Pharmacy has written with us.',
        after: '2h',
      },
      { note: 'Corrected catalogue arrived, forty of forty pairs warn. In production since 06:00.', after: '3d' },
    ],
    fix: {
      cause:
        'Drug catalogue delivered with class codes in the wrong column; interaction check found nothing to compare.',
      action:
        'Returned to the previous catalogue the same morning, loaded the corrected one after a test with forty known pairs.',
      verification:
        'All forty pairs warn in production; Pharmacy re-read the orders of the affected days, no harm found.',
    },
    thanks: 'Thank you. The list of pairs should stay with us for every future catalogue.',
  },
  {
    id: 'transfer-stuck',
    service: 'record',
    category: 'Patient data',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['nurse', 'office'],
    times: 4,
    subjects: [
      'Transfer stuck between two wards',
      'Cannot admit to {bed}, says occupied',
      'Patient is in the bed but not in the list',
      'Discharged patient still occupies {bed}',
    ],
    openings: [
      'The patient left [[ICU|Recovery|the emergency department]] an hour ago and lies in {bed} in front of me, smiling. In the record nobody lies there, and the other ward cannot find the patient either.',
      '{bed} is free, cleaned and made. The record says it is occupied by somebody who went home on {weekday}. I cannot admit the next one.',
    ],
    tags: ['patient data'],
    steps: [
      {
        say: 'I see it: the movement was started on one side and never accepted on the other. I am closing it with the time you give me. When exactly was it?',
        after: '12m',
      },
      { ask: 'At [[10:20|14:05|11:45]], give or take five minutes.', after: '10m' },
      {
        note: 'Movement message rejected by the interface: room name has a trailing blank since the rename of the rooms. Corrected in the master data.',
        after: '15m',
      },
      {
        say: 'Accepted with that time. It came from a room name with an invisible blank at its end; corrected too, so that the next one passes.',
        after: '5m',
      },
      { ask: '[[The patient exists! Thank you.|Bed is free, admission done.]]', after: '20m' },
    ],
    fix: {
      cause: 'Invisible blank in a room name made the interface reject the movement.',
      action: 'Completed the transfer with the true time, corrected the room name.',
      verification: 'Next transfer into the same room passed by itself.',
    },
  },
  {
    id: 'how-to-order-set',
    service: 'record',
    category: 'Orders and medication',
    kind: 'question',
    impact: 3,
    urgency: 3,
    from: ['doctor', 'nurse'],
    times: 5,
    subjects: [
      'How do I save an order set of my own?',
      'Where did the button for yesterday’s orders go?',
      'Is there a shortcut for the fluid balance?',
      'Saving a set of orders',
      'Can I copy yesterday’s orders?',
      'Fluid balance: five clicks, really?',
    ],
    openings: [
      'I order the same seven things for every [[chest pain|hip fracture|pneumonia]]. Somebody said one can save them as a set. Where?',
      'Before the new version there was a button to repeat yesterday’s orders. I am sure it has only moved, but I have looked in all the places where I would have put it.',
      'Silly question, I suppose: how do I get from the chart to the fluid balance without the five clicks?',
    ],
    steps: [
      {
        say: 'Not silly at all, three people asked this week. In the order window press the star at the top right: "Save as my set". Yesterday’s orders are behind the little clock next to it, and Ctrl+B opens the fluid balance from anywhere.',
        after: '2h',
      },
      {
        ask: '[[Found it. The star, of course.|The little clock! Perfect, I have told the others.|Ctrl+B! You have just given me back ten minutes a day.]]',
        after: '4h',
      },
    ],
    fix: {
      cause: 'Function moved in the last version.',
      action: 'Explained; added to the page of short tips in the intranet.',
      verification: 'Requester saved a set and used it.',
    },
  },
]
