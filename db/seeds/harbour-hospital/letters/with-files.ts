import { type SeedFile, seedFile } from '../files/index.ts'
import { canvas } from '../files/png.ts'
import { type Letter, rawLetter } from './letter.ts'
import { tone } from './wav.ts'

const screen = (lines: readonly string[]): Buffer => {
  const board = canvas(640, 300, [18, 52, 86])
  board.rectangle(24, 24, 592, 252, [244, 246, 248])
  board.rectangle(24, 24, 592, 34, [11, 58, 91])
  board.text(38, 34, 'Vital signs monitor 3', 3, [255, 255, 255])
  lines.forEach((line, row) => {
    board.text(44, 84 + row * 34, line, 4, row === 1 ? [190, 40, 40] : [40, 44, 52])
  })
  return board.png()
}

const about = {
  subject: 'Monitors',
  requester: 'Niamh Gallagher',
  department: 'Ward 4',
  date: 'Monday',
  slots: { change: 'name the ward on every page', n: '5' },
}

const log = Array.from(
  { length: 400 },
  (_, line) =>
    `2026-03-17 06:${String(Math.floor(line / 10) % 60).padStart(2, '0')}:${String((line * 6) % 60).padStart(2, '0')} gateway4 ${line % 37 === 5 ? 'ERROR HL7 queue full, message dropped' : `info  vitals bed ${4100 + (line % 24)} stored`}`,
).join('\n')

/** One mail with everything that people attach. The mail within it is one of its files. */
export async function withFiles(at: Date): Promise<Letter> {
  const forwarded = await rawLetter(
    {
      key: 'vendor-answer',
      hoursAgo: 0,
      from: 'Petra Lindqvist <petra@vitals-systems.example>',
      to: 'Niamh Gallagher <niamh.gallagher@harbour-hospital.example>',
      subject: 'Re: gateway drops readings',
      html: '<p>Dear Niamh,</p><p>this is a known fault of release 4.2. Please ask your IT to install <b>4.2.7</b>; the notes are attached.</p><p>Petra</p>',
      files: [seedFile('constancy-test.pdf', about)],
    },
    new Date(at.getTime() - 26 * 3_600_000),
  )
  const file = (name: string, type: string, content: Buffer | string): SeedFile => ({
    name,
    type,
    content: Buffer.from(content),
  })
  return {
    key: 'monitors-gateway',
    hoursAgo: 6,
    from: 'Niamh Gallagher <niamh.gallagher@harbour-hospital.example>',
    cc: 'Gareth Bowen <gareth.bowen@harbour-hospital.example>',
    subject: 'Monitor 3 loses readings since the update',
    html: `<html><body><div style="font-family:Calibri,sans-serif;font-size:11pt;color:#1F497D"><p>Hello,</p>
<p>since the update on Monday monitor 3 loses every fourth reading. This is what it shows:</p>
<p><img src="cid:monitor3@ward4" alt="The screen of monitor 3"></p>
<p>I have asked the vendor (their answer is attached), kept the log of the gateway, and recorded the alarm as it sounds now.
It may be the same as #12. You reach me on 01632 960 4410.</p><p>Niamh</p></div></body></html>`,
    files: [
      {
        ...file('monitor3.png', 'image/png', screen(['Bed 4103', 'No data since 06:12', 'SpO2 --  HR --'])),
        contentId: 'monitor3@ward4',
      },
      file('before-update.png', 'image/png', screen(['Bed 4103', 'SpO2 97  HR 72', 'Stored 05:58'])),
      seedFile('constancy-test.pdf', about),
      file('gateway4.log', 'text/plain', log),
      file('beds.csv', 'text/csv', 'bed;monitor;lost\n4103;3;41\n4104;3;39\n4105;4;0\n'),
      file('alarm.wav', 'audio/wav', tone(880, 1)),
      file('answer-of-the-vendor.eml', 'message/rfc822', forwarded),
    ],
    hops: [['ward4-pc12.harbour-hospital.example', 'mx1.harbour-hospital.example', 1]],
  }
}

/** A requester answers in the way Outlook does, with all that was said before below it. */
export const withHistory: Letter = {
  key: 'monitors-again',
  hoursAgo: 3,
  answers: 'monitors-gateway',
  from: 'Niamh Gallagher <niamh.gallagher@harbour-hospital.example>',
  subject: 'AW: Monitor 3 loses readings since the update',
  html: `<div style="font-family:Calibri,sans-serif;font-size:11pt"><p>Monitor 4 has begun as well, bed 4107.</p>
<table border="1" cellspacing="0" cellpadding="4"><tr><th>Bed</th><th>Monitor</th><th>Readings lost</th><th>First</th><th>Last</th><th>Ward sister told</th><th>Remark</th></tr>
<tr><td>4103</td><td>3</td><td>41</td><td>06:12</td><td>11:40</td><td>yes</td><td>moved&nbsp;to&nbsp;bed&nbsp;4110&nbsp;meanwhile</td></tr>
<tr><td>4107</td><td>4</td><td>3</td><td>11:02</td><td>11:38</td><td>yes</td><td>stays&nbsp;where&nbsp;it&nbsp;is,&nbsp;read&nbsp;by&nbsp;hand</td></tr></table>
<p>Niamh</p>
<div style="border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"><p><b>From:</b> Niamh Gallagher &lt;niamh.gallagher@harbour-hospital.example&gt;<br><b>Sent:</b> Monday, 16 March 2026 11:02<br><b>To:</b> IT Help &lt;it-help@harbour-hospital.example&gt;<br><b>Subject:</b> Monitor 3 loses readings since the update</p></div>
<p>since the update on Monday monitor 3 loses every fourth reading.</p></div>`,
}
