import type { Scenario } from '../shapes.ts'

export const printingScenarios: Scenario[] = [
  {
    id: 'wristbands-blank',
    service: 'printing',
    category: 'Wristbands',
    kind: 'incident',
    impact: 2,
    urgency: 1,
    from: ['emergency', 'nurse'],
    times: 5,
    channel: 'phone',
    subjects: [
      'Wristband printer prints empty bands',
      'Wristbands come out half printed, patients waiting',
      'New roll, blank wristbands',
      '{label} feeds but does not print',
      'Half a barcode on every wristband',
      'No wristbands at {place}',
    ],
    openings: [
      'The wristband printer at {place} feeds band after band and every single one is white. We are writing names by hand with the good pen, which is not allowed, as you know.',
      '{label} gives us bands with the left half of the barcode missing. The scanner refuses them at the bedside. We have [[four|six|nine]] admissions waiting.',
      'New roll in, now the wristbands are blank. I have put the roll in the way the picture shows. Twice.',
    ],
    thing: 'Label printer {label}',
    tags: ['label printer'],
    steps: [
      {
        say: 'On my way. Until then please print on the neighbour: in the record choose "Printer > next ward" for wristbands, they are all set up alike.',
        after: '4m!',
      },
      {
        note: '[[Roll was for thermal transfer, the machine wants direct thermal. Box in the store room is mislabelled|Roll is fine; print head has a dead stripe on the left|Roll loaded with the coated side down. The picture on the lid shows an older model]].',
        after: '25m!',
      },
      {
        say: 'Bands print again. [[There were two kinds of rolls in the cupboard that look the same; I have put the wrong ones aside with a note on them.|The print head had gone blind on one side and is new now.|The picture on the lid is wrong for this model; I have stuck a better one over it.]]',
        after: '15m!',
      },
      { ask: '[[Printing, scanning, happy. Thank you.|Just did three admissions, all fine.]]', after: '30m!' },
    ],
    fix: {
      cause: '[[Wrong kind of roll|Worn print head|Roll loaded with the coated side down]].',
      action:
        '[[Replaced the roll|Replaced the print head|Turned the roll, put a correct picture on the lid]], cleaned the roller, ran the calibration.',
      verification: 'Three test bands printed and read with the bedside scanner.',
    },
    thanks: 'Fine now.',
  },
  {
    id: 'lab-labels-shifted',
    service: 'printing',
    category: 'Label printer',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['nurse', 'ward'],
    times: 5,
    subjects: [
      'Sample labels print across two labels',
      'Barcode runs off the edge of the label',
      'Label printer {label} is out of step',
      'Lab sends our tubes back, labels unreadable',
    ],
    openings: [
      'Since the roll was changed [[last night|on {weekday}]] the text starts on one label and ends on the next. The lab has sent [[five|eight|eleven]] tubes back and the patient of {case} had to be stuck again and was not amused.',
      'Our label printer at {place} ({label}) is a few millimetres off. It looks harmless but the barcode loses its last bar and the analyser spits it out.',
      'Every second label is empty and the one before has everything twice. Switching off and on helped for exactly three labels.',
    ],
    thing: 'Label printer {label}',
    tags: ['label printer'],
    attach: ['label-photo.png'],
    steps: [
      {
        say: 'Sounds like it lost the length of the label. Hold the feed button until it blinks twice and let go: it measures the gap again and feeds about five labels. Does it hit the middle then?',
        after: '20m',
      },
      {
        ask: '[[It blinked, it fed, it is still off.|Better, but still two millimetres to the left.|Yes!! But after the next real label it is off again.]]',
        after: '25m',
      },
      {
        to: 'workplace',
        because:
          'Calibration done twice by the ward, drifts again after one label. Probably the sensor or the driver setting after the queue was recreated on {weekday}.',
      },
      {
        note: 'Queue had 50×30 instead of 51×25. Somebody picked the default when the print server moved.',
        after: '1h',
      },
      {
        say: 'The queue on the server had the wrong label size, so the printer was told something else with every job. Corrected; please print one label from the record and stick it on this ticket, so to speak.',
        after: '10m',
      },
      {
        ask: 'Label sits dead in the middle. [[The lab has accepted the last three tubes.|Thank you, {agent}.]]',
        after: '1h',
      },
    ],
    fix: {
      cause: 'Print queue was recreated with a default label size that does not match the roll.',
      action: 'Set 51×25 mm on the queue, recalibrated the sensor.',
      verification: 'Ten labels printed in a row, all read by the laboratory scanner.',
    },
  },
  {
    id: 'toner',
    service: 'printing',
    category: 'Toner and paper',
    kind: 'request',
    impact: 3,
    urgency: 3,
    from: ['office', 'ward', 'manager'],
    times: 8,
    channel: 'portal',
    subjects: [
      '{printer} says toner low',
      'Grey stripes, I think it is the toner',
      'Toner empty and no spare that fits',
      'Colour toner for {printer}',
      'Black toner please, {place}',
      'Foggy letters from {printer}',
      'The spare toner is for another model',
      'Colour cartridge used up, nobody prints colour',
    ],
    openings: [
      '{printer} at {place} has been warning for a week and now means it. One black please, and one for the cupboard if you can spare it.',
      'Our discharge letters look as if they had been printed in fog. I shook the cartridge, that bought us a day.',
      'Toner empty. The spare we had was for the model before. It does not fit, we tried, there is some evidence of that on my sleeve.',
      'Could the morning round bring a [[magenta|cyan|yellow]] for {printer}? Nobody here prints in colour, and yet.',
    ],
    thing: 'Printer {printer}',
    tags: ['toner'],
    steps: [
      {
        say: 'It comes with tomorrow’s round, about [[nine|half past eight|ten]]. The empty one goes into the blue box, please, the vendor takes it back.',
        after: '3h',
      },
      {
        note: 'Level read from the printer: [[2 %|0 %|4 %]]. Automatic order is off for this one, [[switched on|serial number was missing in the list, added]].',
        after: '10m',
      },
    ],
    fix: {
      cause: 'Toner used up; the printer was not in the automatic supply list.',
      action: 'Delivered one cartridge and one spare, added the printer to the supply list.',
      verification: 'Test page printed, level reads 100 %.',
    },
  },
  {
    id: 'paper-jam-myth',
    service: 'printing',
    category: 'Office printer',
    kind: 'incident',
    impact: 2,
    urgency: 3,
    from: ['office', 'ward', 'doctor'],
    times: 6,
    subjects: [
      'Printer {printer} says paper jam, there is none',
      '{printer} takes three sheets at once',
      'Printer folds the last page of everything',
      '{printer} grinds and then gives up',
    ],
    openings: [
      'It insists on a jam in [[tray 2|the rear flap|the duplex unit]]. I have opened every flap it has, and one it did not know about. No paper to be seen.',
      '{printer} takes three sheets at once and then sulks. We fan the paper, we turn the paper, we have even apologised to the paper.',
      'Whatever we print, the last page arrives folded like a fan. The others at {place} have given up and walk to the next corridor.',
      'There is a grinding noise from the left and then "jam in area C". I do not know where area C is. Nobody does.',
    ],
    thing: 'Printer {printer}',
    steps: [
      {
        say: 'I will look at it on my round [[before lunch|this afternoon]]. Until then your prints can be collected at the neighbour: hold your badge to any other printer, they follow you.',
        after: '1h',
      },
      {
        note: '[[A torn corner of a wristband sat on the sensor|Pick-up roller is smooth as glass, page count 212,000|Paper in the tray was damp, stored under the window]].',
        after: '4h',
      },
      {
        say: 'It prints again. [[The culprit was a scrap of label stuck on a sensor the size of a pea.|The pick-up roller was worn out and is new now.|The paper was damp. Please keep the boxes away from the window wall.]]',
        after: '30m',
      },
      {
        ask: '[[Forty pages without a word of complaint.|Works. I shall miss my walks.|Thanks, we all cheered.]]',
        after: '1d',
      },
    ],
    fix: {
      cause: '[[Scrap of label on a paper sensor|Worn pick-up roller|Damp paper]].',
      action:
        '[[Removed the scrap and cleaned the path|Fitted a new roller set|Replaced the paper and moved the store]].',
      verification: 'Fifty pages, both sides, from two trays without a stop.',
    },
  },
  {
    id: 'scan-to-mail',
    service: 'printing',
    category: 'Scan to e-mail',
    kind: 'incident',
    impact: 2,
    urgency: 2,
    from: ['office', 'external', 'doctor'],
    times: 4,
    subjects: [
      'Scans do not arrive',
      '{printer} refuses to send scans',
      'Where do my scans go?',
      'Scanner says "server did not accept"',
    ],
    openings: [
      'I scan, the machine says "sent" with a cheerful chime, and nothing arrives. Not in junk either. I need the [[consent forms|referral letters|signed contract]] [[today|by four o’clock]].',
      'Since [[Tuesday|the update at the weekend]] {printer} refuses to send scans. Printing works. It shows an error for about one second, I took a photo.',
    ],
    error: '554 5.7.1 sender address rejected',
    attach: ['scan-error.png'],
    steps: [
      {
        note: 'Gateway log: rejected, sender "scanner@printer.local". The certificate change on {weekday} reset the sender on this model.',
        after: '45m',
      },
      {
        say: 'The scanner lost its sender address in an update, and our mail gateway rightly turns away mail from nobody. I am giving it its name back.',
        after: '5m',
      },
      {
        say: 'Please try one scan now. The ones from before are not stored anywhere, I am afraid, they would have to be scanned again.',
        after: '30m',
      },
      { ask: '[[Arrived within seconds.|Got it. Scanning the pile again, with feeling.]]', after: '40m' },
    ],
    fix: {
      cause: 'Firmware update reset the sender address; the mail gateway rejected the scans.',
      action: 'Restored the sender on this device and on the eleven others of the model.',
      verification: 'Scan sent from each of the twelve devices and received.',
    },
  },
  {
    id: 'prescription-paper',
    service: 'printing',
    category: 'Office printer',
    kind: 'incident',
    impact: 3,
    urgency: 2,
    from: ['doctor', 'pharmacy'],
    times: 3,
    subjects: ['Prescriptions print on plain paper', 'Prescriptions land on the letterhead'],
    openings: [
      'When I print a prescription from the record it takes plain white from tray 1 instead of the forms in tray 3. The pharmacy refuses them, quite rightly. It worked until [[Thursday|the new printer came]].',
      'All my prescriptions since this morning are on letterhead. They look terribly important and are worth nothing.',
    ],
    steps: [
      {
        say: 'Which computer do you print from? I ask because the tray is chosen on the computer, not on the printer.',
        after: '1h',
      },
      { ask: 'From {pc}. On my colleague’s machine it is right, I have just tried.', after: '2h' },
      { note: 'Profile on {pc} points to the driver of the old printer; tray numbering differs by one.', after: '30m' },
      {
        say: 'Your computer still believed in the old printer, whose trays are counted from the top. Corrected. Please print one, void it, and tell me the colour.',
        after: '20m',
      },
      { ask: 'Green, as it should be.', after: '2h' },
    ],
    fix: {
      cause: 'Workstation kept the driver of the replaced printer with another numbering of trays.',
      action: 'Removed the old driver, assigned the queue by policy.',
      verification: 'Void prescription printed on the form from tray 3.',
    },
  },
]
