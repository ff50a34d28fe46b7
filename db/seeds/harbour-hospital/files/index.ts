import { textPdf } from './pdf.ts'
import { canvas } from './png.ts'

/** What a file may mention of its ticket. */
export interface FileAbout {
  subject: string
  requester: string
  department: string
  date: string
  error?: string | undefined
  slots: Record<string, string>
}

export interface SeedFile {
  name: string
  type: string
  content: Buffer
}

const sea = [22, 58, 92] as const
const paper = [246, 246, 242] as const
const ink = [40, 44, 52] as const
const red = [190, 40, 40] as const

function window(title: string, lines: string[]): Buffer {
  const board = canvas(480, 270, [92, 118, 140])
  board.rectangle(40, 40, 400, 190, paper)
  board.rectangle(40, 40, 400, 26, sea)
  board.text(50, 48, title, 2, paper)
  board.rectangle(60, 90, 28, 28, red)
  board.text(70, 97, '!', 3, paper)
  lines.forEach((line, row) => {
    for (const [part, words] of (line.match(/.{1,40}(\s|$)/g) ?? [line]).entries())
      board.text(104, 92 + (row * 2 + part) * 16, words, 2, ink)
  })
  board.rectangle(350, 195, 70, 22, sea)
  board.text(374, 201, 'OK', 2, paper)
  return board.png()
}

function label(about: FileAbout): Buffer {
  const board = canvas(420, 220, [120, 110, 96])
  board.rectangle(30, 30, 360, 160, paper)
  board.text(240, 42, about.slots.case ?? '', 2, ink)
  board.text(240, 62, about.slots.label ?? '', 2, ink)
  for (let bar = 0, x = 210; x < 400; bar++) {
    const width = 1 + ((bar * 7 + Number(about.slots.n ?? 1)) % 4)
    board.rectangle(x, 90, width, 70, ink)
    x += width + 2 + (bar % 3)
  }
  board.rectangle(30, 30, 3, 160, red)
  return board.png()
}

const file = (name: string, type: string, content: Buffer | string): SeedFile => ({
  name,
  type,
  content: Buffer.from(content),
})
const pdf = (name: string, title: string, lines: string[]) => file(name, 'application/pdf', textPdf(title, lines))

const makers: Record<string, (about: FileAbout) => SeedFile> = {
  'label-photo.png': (about) => file('label.png', 'image/png', label(about)),
  'scan-error.png': (about) =>
    file(
      `${about.slots.printer}-error.png`,
      'image/png',
      window('Scan to e-mail', ['Sending failed', about.error ?? 'Server did not accept']),
    ),
  'order-screen.png': (about) =>
    file(
      'order.png',
      'image/png',
      window('Medication', ['2 anticoagulants ordered', 'No warnings', about.slots.case ?? '']),
    ),
  'bounce.txt': (about) =>
    file(
      'undelivered.txt',
      'text/plain',
      `This is the mail gateway of harbour-hospital.example.\n\nYour message of ${about.date} could not be delivered to one recipient.\n\nReason given by the other side:\n${about.error ?? '550 refused'}\n\nThe gateway has tried for four hours and will not try again.\n`,
    ),
  'forwarded-mail.txt': (about) =>
    file(
      'forwarded.txt',
      'text/plain',
      `From: "IT Support" <service@harbour-hospital.support.example>\nTo: ${about.requester}\nDate: ${about.date}\nSubject: Action required: your mailbox\n\nDear Customer,\n\nyour mailbox exceed the storage and will be delete in 24 hours. Keep your password by visiting\nhttps://harbour-hospital.support.example/keep?id=${about.slots.n}\n\nIT Support Desk\n`,
    ),
  'members.csv': (about) =>
    file(
      'members.csv',
      'text/csv',
      `name;ext\nNiamh Gallagher;4410\nAgnes Thorne;3300\nGareth Bowen;3200\nCallum Reid;4610\n${about.requester};${about.slots.phone}\n`,
    ),
  'minutes.pdf': (about) =>
    pdf('minutes.pdf', `Department meeting, ${about.department}`, [
      about.date,
      '',
      '1. Rota for the holidays: agreed.',
      '2. Discharge letters: the template is to be changed as follows:',
      `   the letter should ${about.slots.change ?? 'be changed'}.`,
      '   Agreed without votes against.',
      '3. Coffee machine: adjourned, again.',
    ]),
  'sample-letter.pdf': (about) =>
    pdf('sample-letter.pdf', 'Discharge letter (sample, invented patient)', [
      `Harbour Hospital, ${about.department}`,
      '',
      'Dear colleague,',
      'we report on Pat Example, who was with us for four days.',
      '',
      `New in this version: ${about.slots.change ?? ''}`,
      '',
      'With kind regards',
    ]),
  'floor-plan.pdf': (about) =>
    pdf('floor-plan.pdf', `Floor plan: ${about.slots.room ?? 'room'}`, [
      '+----------------------------+',
      '|  desk 1        desk 2      |',
      '|  [L1-112]      [L1-113]    |',
      '|                            |',
      '|  cupboard (socket behind)  |',
      '+------------- door ---------+',
    ]),
  'constancy-test.pdf': (about) =>
    pdf('constancy-test.pdf', 'Monthly constancy test of reading monitors', [
      about.date,
      '',
      'Right monitor: luminance 402 cd/m2, passed',
      'Left monitor: luminance 344 cd/m2, FAILED (limit 10 % below the reference)',
      '',
      `Signed: ${about.requester}`,
    ]),
  'test-sheet.txt': (about) =>
    file(
      'test-sheet.txt',
      'text/plain',
      `Test: ${about.slots.test ?? ''}\nCode:\nTube:\nUnit:\nReference range:\nTransport:\nSigned:\n`,
    ),
  'test-sheet-filled.pdf': (about) =>
    pdf('test-sheet.pdf', `Test: ${about.slots.test ?? ''}`, [
      `Code: ${about.slots.n}`,
      'Tube: see list of tubes, number 7',
      'Transport: on ice, within 60 minutes',
      '',
      `Signed: ${about.requester}, ${about.date}`,
    ]),
  'drug-library.pdf': (about) =>
    pdf('drug-library.pdf', `Drug library ${about.slots.n}`, [
      '214 entries, 11 changed limits',
      '',
      'Changed: noradrenaline, insulin, potassium chloride, ketamine, ...',
      '',
      'Approved by Hospital Pharmacy and Intensive Care',
    ]),
  'device-papers.pdf': (about) =>
    pdf('device-papers.pdf', `Papers: ${about.slots.newdevice ?? 'device'}`, [
      `Serial number: 77-${about.slots.n}`,
      'Checked by medical engineering, sticker valid for two years',
    ]),
  'change-plan.pdf': (about) =>
    pdf('change-plan.pdf', about.subject, [
      'Window: Sunday 05:00 to 06:30',
      'Effect: two interruptions of about 90 seconds',
      'Way back: second partition, ten minutes',
      'Asked: wards, theatres, laboratory, delivery suite',
    ]),
  'approval.pdf': (about) =>
    pdf('approval.pdf', 'Approval of an expense', [
      about.subject,
      `For: ${about.requester}, ${about.department}`,
      `Cost centre: ${about.slots.n}`,
      '',
      'Approved: V. Oyelaran, Director of finance',
      about.date,
    ]),
}

/** The file that a story calls by this name, made for one ticket. */
export function seedFile(name: string, about: FileAbout): SeedFile {
  const make = makers[name]
  if (!make) throw new Error(`no such file is described: ${name}`)
  return make(about)
}
