import type { Scenario } from '../shapes.ts'

export const imagingScenarios: Scenario[] = [
  {
    id: 'images-missing',
    service: 'pacs',
    category: 'Images missing',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['radiology', 'doctor', 'emergency'],
    times: 5,
    subjects: [
      'CT images not in PACS ({case})',
      'Half of the series is missing',
      'Chest X-ray done, not visible on the ward',
      'Images stuck at the modality',
      'Series incomplete ({case})',
      'X-ray of {case} nowhere to be seen',
    ],
    openings: [
      'The CT of {case} was done at [[02:10|04:35|23:50]] and is not in the archive. The scanner says "sent". The surgeon is standing behind me, breathing.',
      'We have slices 1 to [[212|148|96]] of the series and then nothing. The scanner has them all.',
      'X-ray of {case}: the radiographer swears it is sent, the ward swears it is not there, and I believe both.',
    ],
    error: 'C-STORE failed: status 0xA700 out of resources',
    tags: ['DICOM'],
    steps: [
      {
        note: 'Receiver node [[2 has a full cache volume|1 dropped the association after 300 s]]. Images are at the scanner, nothing lost.',
        after: '10m!',
      },
      {
        say: 'The images are safe at the scanner; the archive could not take them because [[a buffer was full|a connection timed out]]. I have made room. Please send the study again from the console, the second key on the list.',
        after: '8m!',
      },
      {
        ask: '[[It is through. The surgeon has stopped breathing on me.|All slices are there.|Visible on the ward now.]]',
        after: '15m!',
      },
    ],
    fix: {
      cause: 'Receiver node of the archive [[ran out of cache|closed long transfers]].',
      action: 'Cleared the cache, [[added an alarm at 80 %|raised the time limit]], study sent again.',
      verification: 'Number of images at the scanner and in the archive is the same.',
    },
  },
  {
    id: 'import-disc',
    service: 'pacs',
    category: 'Import and export',
    kind: 'request',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'radiology', 'emergency'],
    times: 5,
    channel: 'portal',
    subjects: [
      'Import a disc from another hospital',
      'Outside MRI for the tumour board ({case})',
      'Patient brought a memory stick',
      'Two discs from the rehabilitation clinic',
      'Outside MRI, needed beside ours ({case})',
      'Scans from abroad on a stick',
    ],
    openings: [
      'The patient brought a disc from the hospital where the accident happened. Our computer cannot read it, it only opens its own viewer, in a language none of us knows.',
      'For the tumour board on {weekday} we need the outside MRI of {case}. The disc lies at the radiology desk with a yellow note.',
      'A memory stick in an envelope, with images on it according to the patient. I have not plugged it in anywhere.',
      'Two discs from the rehabilitation clinic came with the patient this morning. One has a scratch like a canyon, the other looks all right. The ward would like to compare the hip before and after.',
      'The neurosurgeons across the county sent an MRI on a disc. We need it beside our own for the board; {case}.',
      'The family handed me a stick with the scans from abroad. It is shaped like a penguin. It is in the drawer and stays there until one of you collects it.',
    ],
    steps: [
      {
        say: 'I will pick it up. It goes through the scanner station first, then I import it under your case number. Please tell me the number only, not the name.',
        after: '1h',
      },
      {
        note: '[[Four|Two|Seven]] studies, patient ID of the other house replaced by ours, birth date compared.',
        after: '2h',
      },
      {
        say: 'All of it is in the archive, marked as "outside". [[The disc is back with you by porter.|The disc is back at the desk, the yellow note too.|The stick is back in its envelope.]]',
        after: '15m',
      },
    ],
    fix: {
      cause: 'Examinations from outside.',
      action: 'Checked for malware, imported with our patient number after comparing identity.',
      verification: 'Requester opened the studies in the viewer.',
    },
  },
  {
    id: 'viewer-black',
    service: 'pacs',
    category: 'Viewer',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'theatre'],
    times: 3,
    subjects: ['Viewer opens black', 'Viewer asks for a licence'],
    openings: [
      'In {place} the viewer opens, shows the list, and every image is black. On the computer in the office the same patient is fine.',
      'The viewer says that all licences are in use. It is seven in the morning. Who on earth is looking at images at seven in the morning? Apart from me.',
    ],
    thing: 'Workstation {pc}',
    steps: [
      { say: 'Could you tell me the number on the sticker of that computer? I think I know what it is.', after: '20m' },
      { ask: '{pc}.', after: '10m' },
      {
        note: '[[Graphics driver was replaced by a generic one in the last update|Forty sessions of people who closed the lid instead of signing out]].',
        after: '40m',
      },
      {
        say: '[[An update had given that computer a driver that knows no medical images. The right one is back; please open the viewer again.|Forty sleeping sessions held the licences. They are gone, and from tonight they end by themselves after two hours.]]',
        after: '20m',
      },
      { ask: 'Works. Thank you.', after: '30m' },
    ],
    fix: {
      cause: '[[Generic graphics driver after an update|Sessions without a time limit used up the licences]].',
      action: '[[Pinned the certified driver|Ended idle sessions, set a limit of two hours]].',
      verification: 'Viewer shows a test study on the same computer.',
    },
  },
  {
    id: 'dictation',
    service: 'pacs',
    category: 'Dictation and reporting',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['radiology', 'doctor'],
    person: ['ludmila.petrova', 'orla.fitzsimons', 'eleanor.marsh'],
    times: 4,
    subjects: [
      'Dictation writes nonsense',
      'Microphone not found by the reporting system',
      'Speech recognition has forgotten me',
      'Dictation stops after ten seconds',
    ],
    openings: [
      'Since yesterday the dictation understands me no longer. "No pneumothorax" became "new monument for a fax". I have read this report twice before I signed it; somebody else may not.',
      'The light of the microphone is on, the program says there is no microphone. I have typed nine reports with two fingers.',
      'My dictation treats me like a stranger: none of my own words, none of my corrections. Eleven years of training, gone overnight.',
      'It takes ten seconds of dictation and then the cursor stands still. What I say after that is lost to mankind.',
    ],
    steps: [
      {
        note: '[[Voice profile did not load from the server, 0 kB|Program chose the microphone of the monitor]].',
        after: '1h',
      },
      {
        say: '[[Your voice profile had not been loaded; you were dictating as a stranger. I have restored it from Sunday.|It was listening to the microphone in the monitor, half a metre away. I have set it to yours and locked the choice.]] Please dictate one sentence while I am on the line.',
        after: '25m',
      },
      { ask: '[[It wrote pneumothorax. I am content.|Every word. Thank you.]]', after: '1h' },
    ],
    fix: {
      cause: '[[Voice profile damaged|Wrong microphone chosen after a restart]].',
      action: '[[Restored the profile from the backup|Fixed the microphone by policy]].',
      verification: 'Two sentences dictated without a wrong word.',
    },
  },
  {
    id: 'monitor-qa',
    service: 'pacs',
    category: 'Diagnostic monitors',
    kind: 'incident',
    impact: 3,
    urgency: 3,
    from: ['radiology'],
    times: 2,
    subjects: ['Diagnostic monitor failed its constancy test', 'Left reading monitor is darker than the right'],
    openings: [
      'The monthly constancy test of the left monitor in the reading room failed: luminance [[14|11]] % below the reference. I may not report mammograms on it until it passes.',
    ],
    attach: ['constancy-test.pdf'],
    steps: [
      {
        say: 'Thank you for the protocol. I will calibrate it this afternoon, outside your reporting hours.',
        after: '3h',
      },
      {
        note: 'Calibration reaches only 91 %. Backlight at 31,000 h. Warranty ended in June, replacement is in stock.',
        after: '5h',
      },
      { wait: 'vendor' },
      {
        say: 'The monitor has reached the end of its light. A new one comes on {weekday}; acceptance test with the physicist at 16:00.',
        after: '1d',
      },
      { note: 'Acceptance test passed, protocol filed with the medical physicist.', after: '4d' },
    ],
    fix: {
      cause: 'Backlight worn out after 31,000 hours.',
      action: 'Replaced the monitor, acceptance test with the medical physicist.',
      verification: 'Constancy test passed on both monitors.',
    },
  },
]
