import type { Scenario } from '../shapes.ts'

export const laboratoryScenarios: Scenario[] = [
  {
    id: 'results-not-on-ward',
    service: 'lab',
    category: 'Results missing',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['nurse', 'doctor', 'lab'],
    times: 5,
    subjects: [
      'Lab results do not arrive on the ward',
      'Potassium of {case} still pending after two hours',
      'No blood results since early morning',
      'Results visible in the lab, not in the record',
      'Result of {case} missing',
      'Lab telephones every value',
    ],
    openings: [
      'Bloods went down at [[05:30|06:10|07:15]] and the record says "in progress" for all of {place}. I rang the lab: they released them an hour ago.',
      'Where is the potassium of {case}? The lab reads it to us on the phone, so it exists. It just does not come up.',
      'All results since [[five|six]] o’clock are missing in the record. We are telephoning them through one by one and would like to stop.',
    ],
    tags: ['interface'],
    steps: [
      {
        note: 'Outgoing queue of the lab interface: [[412|187|655]] messages, first one refused: [[a comment with a line break|unit "µmol/l" in another encoding|patient was merged in between]].',
        after: '9m!',
      },
      {
        say: 'The results stand in a queue behind a single message that our interface would not take. I am setting that one aside, the rest should flow in within minutes. Please keep telephoning critical values until I write.',
        after: '5m!',
      },
      {
        say: 'The queue is empty. The one message that blocked it has been entered by hand and checked with the lab.',
        after: '15m!',
      },
      {
        ask: '[[Everything is there, also the potassium.|They came in like a flock. Thank you.|Complete. Telephones are silent again.]]',
        after: '20m!',
      },
    ],
    fix: {
      cause: 'One malformed result message blocked the interface queue.',
      action:
        'Set the message aside, delivered the rest, changed the interface to continue with the next and to raise an alarm.',
      verification: 'Count of released results in the lab equals count in the record for the morning.',
    },
  },
  {
    id: 'analyser-offline',
    service: 'lab',
    category: 'Analyser interface',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['lab'],
    times: 4,
    subjects: [
      '{analyser}: results stay on the device',
      'Host connection lost after maintenance, {analyser}',
      'Analyser {analyser} does not talk to the lab system',
      '{analyser} offline since the technician left',
    ],
    openings: [
      '{analyser} measures happily but shows "host not connected". We write results on paper and type them in, two of us, the second to check the first. That is not sustainable with the morning load.',
      'Since the technician of the maker was here at [[noon|three]] {analyser} is offline for the lab system. He has left. His telephone is switched off, as is his kind.',
    ],
    slots: { analyser: ['Haematology 2', 'Chemistry 1', 'Coagulation', 'the blood gas analyser'] },
    thing: 'Analyser',
    steps: [
      {
        note: '[[Serial adapter hangs, light is steady red|Network address set back to the factory value by the service]].',
        after: '15m!',
      },
      {
        say: 'I know what it is: [[the little adapter behind the device has stopped|the service visit set the network address back to what it was when it left the factory]]. I will be with you in ten minutes.',
        after: '5m!',
      },
      {
        ask: 'It is sending. We have [[31|18|44]] results from paper in the meantime; do they come twice now?',
        after: '25m!',
      },
      {
        say: 'No, the lab system recognises sample and time. I have checked five of them with you in mind.',
        after: '10m!',
      },
    ],
    fix: {
      cause: '[[Serial adapter stopped|Network address reset during maintenance]].',
      action:
        '[[Exchanged the adapter|Restored the address, wrote it on a label inside the door]], re-sent the day’s results.',
      verification: 'Control sample measured and seen in the lab system within a minute; no doubles.',
    },
  },
  {
    id: 'blood-bank',
    service: 'lab',
    category: 'Blood bank',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['lab', 'theatre'],
    person: ['zofia.baran', 'edgar.finch'],
    times: 2,
    channel: 'phone',
    subjects: ['Blood bank: electronic issue refuses all units', 'Fridge interface shows wrong stock'],
    openings: [
      'Electronic issue says "second sample missing" for every patient, including those who have three. We issue by hand with two signatures. Theatre has four units on order for [[eleven|two]] o’clock.',
      'The remote fridge in the Pilot Wing shows six units of O negative. I am standing in front of it. There are two.',
    ],
    tags: ['patient safety'],
    steps: [
      { note: 'Called the blood bank at once. Manual issue continues, nothing delayed so far.', after: '3m!' },
      {
        say: 'I am on it with priority over everything else and stay on the phone with you. Issue by hand with two signatures stays in force until you, not I, end it.',
        after: '4m!',
      },
      {
        note: '[[Clock of the issue server was one hour ahead, so the first sample looked younger than the second|Fridge reader lost four movements while the network was restarted at 04:00]].',
        after: '30m!',
      },
      {
        say: '[[The clock of the server was an hour ahead after the change of summer time, which made second samples look like first ones. It is right again.|The fridge had lost four movements during the night’s work on the network. I have read the log of the door again and the stock is two.]] Please test with a patient you know.',
        after: '12m!',
      },
      {
        ask: '[[Tested with three patients, correct. Electronic issue resumed, countersigned by Edgar.|Counted twice: two units, and the fridge agrees.]]',
        after: '20m!',
      },
    ],
    fix: {
      cause: '[[Server clock without time synchronisation|Movements lost while the network restarted]].',
      action:
        '[[Time synchronisation repaired and monitored|Movements read again from the door log, reader buffers now]].',
      verification: 'Tests with known patients by the blood bank; resumed by the laboratory manager.',
    },
  },
  {
    id: 'new-test-code',
    service: 'lab',
    category: 'Request entry',
    kind: 'request',
    impact: 2,
    urgency: 3,
    from: ['lab', 'doctor'],
    times: 3,
    channel: 'portal',
    subjects: ['New test in the request form: {test}', 'Take {test} out of the standing profile'],
    openings: [
      'We offer {test} from the first of next month. Please add it to the request form under "Special tests", with the hint that the tube must travel on ice.',
      '{test} is ordered thirty times a day by habit. The laboratory meeting decided to take it out of the standing profile; it stays available singly.',
    ],
    slots: { test: ['faecal calprotectin', 'interleukin 6', 'anti-factor Xa', 'ammonia'] },
    steps: [
      {
        say: 'Noted. [[For the form I need the code, the tube, the unit and the reference range.|To take it out I need the decision with date and signature.]] The sheet is attached, please fill it in.',
        after: '1d',
        attach: ['test-sheet.txt'],
      },
      { wait: 'requester' },
      { ask: 'Filled in and signed, see attached.', after: '2d', attach: ['test-sheet-filled.pdf'] },
      { note: 'On test since today, printed label and return of a result checked.', after: '1d' },
      { say: 'It goes live on the first at six in the morning.', after: '2h' },
    ],
    fix: {
      cause: 'Decision of the laboratory meeting.',
      action: 'Request form and profile changed on test, then in production.',
      verification:
        '[[First real request came back with a result and the right reference range.|Standing profile ordered on the ward: the test is no longer in it, singly it is.]]',
    },
  },
  {
    id: 'glucose-meter',
    service: 'lab',
    category: 'Point-of-care testing',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['nurse', 'ward'],
    times: 4,
    subjects: [
      'Glucose meter says "operator locked"',
      'Glucose meter does not upload',
      'Meter at {place} refuses me',
      'Night values stuck in the glucose meter',
    ],
    openings: [
      'The glucose meter refuses me with "operator locked". I have my certificate since [[spring|last year]], I can send a photo of it.',
      'Our meter sits in its dock and does not upload. The values of the night are only in the device: [[fourteen|nine|twenty-two]] of them.',
    ],
    error: '[[OPERATOR LOCKED: contact POC coordinator|]]',
    steps: [
      {
        note: '[[Certificate date not carried over into the new year|Dock has no network, cable behind the bed rail torn]].',
        after: '40m',
      },
      {
        say: '[[Your training is on record but the meter had only heard of last year’s. It knows now; please dock it once for two minutes.|The dock was cut off. I have brought a new cable; the values are coming in while I write.]]',
        after: '30m',
      },
      { ask: '[[It lets me in.|All values there, in order.]]', after: '40m' },
    ],
    fix: {
      cause: '[[Training certificate not renewed in the meter list|Network cable of the dock torn]].',
      action:
        '[[Renewed, list now comes from the training system every night|Replaced the cable, moved it out of the way of the bed]].',
      verification: '[[Requester measured|Values of the night complete in the record]].',
    },
  },
]
