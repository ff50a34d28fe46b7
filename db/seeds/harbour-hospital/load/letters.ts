import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { queueMail } from '../../../../platform/mail/index.ts'
import { addMessage } from '../../../../rooms/conversation/server/index.ts'
import { deliverFromPipe, fileItem } from '../../../../rooms/intake/server/index.ts'
import { setAssignment, unsafeTicket } from '../../../../rooms/ticket/server/index.ts'
import { invitation } from '../letters/invitation.ts'
import { deskAddress, type Letter, rawLetter } from '../letters/letter.ts'
import { forged, newsletter } from '../letters/newsletter.ts'
import { withFiles, withHistory } from '../letters/with-files.ts'
import type { Act } from './acts.ts'
import type { Scene } from './scene.ts'

const HOUR_MS = 3_600_000

/** E-mails of the last two days, through the door that real ones come through: raw, parsed, filed. */
export async function letterActs(scene: Scene, base: Date): Promise<Act[]> {
  const files = await withFiles(new Date(base.getTime() - 6 * HOUR_MS))
  const letters = [newsletter, forged, invitation(base), files, withHistory]
  const numbers = new Map<string, number>()
  const acts = letters.map((letter) => {
    const at = new Date(base.getTime() - letter.hoursAgo * HOUR_MS)
    return { at, happen: async () => void numbers.set(letter.key, await receive(scene, letter, at)) }
  })
  const ofMonitors = () => numbers.get(files.key) ?? 0
  return [
    ...acts,
    { at: new Date(base.getTime() - 5 * HOUR_MS), happen: () => answerInVain(scene, ofMonitors()) },
    ...longTalk(scene, base, ofMonitors),
  ]
}

async function receive({ stage }: Scene, letter: Letter, at: Date): Promise<number> {
  stage.set(at)
  const raw = await rawLetter(letter, at)
  const from = /<(.*)>/.exec(letter.from)?.[1] ?? ''
  const { id } = await deliverFromPipe(stage.cx, Readable.from([raw], { objectMode: false }), from, [deskAddress])
  await fileItem(stage.cx, id)
  const item = await stage.tx
    .selectFrom('intake.item')
    .select(['ticketNumber', 'reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (letter.authentication) {
    // What the mail server of the hospital would have found out.
    const authentication = sql<string>`${JSON.stringify(letter.authentication)}::jsonb`
    await stage.tx.updateTable('intake.item').set({ authentication }).where('id', '=', id).execute()
  }
  if (item.ticketNumber === null) throw new Error(`the letter ${letter.key} opened no ticket: ${item.reason}`)
  return item.ticketNumber
}

/** An answer that one of its recipients never gets. */
async function answerInVain({ stage, cast }: Scene, number: number): Promise<void> {
  const tom = cast.actor('tom.ellison')
  stage.set(stage.tx.now, tom)
  const ticket = await unsafeTicket(stage.tx, number)
  if (!ticket) throw new Error('the ticket of the monitors is not there')
  await setAssignment(stage.tx, ticket, { teamId: cast.team.clinical, assigneeId: tom.id })
  const text =
    'Hi Niamh,\n\nthank you, the log is exactly what we need. I have asked the vendor for 4.2.7 and copied her in.\n\nTom'
  const mail = await queueMail(stage.tx, {
    from: { name: tom.name },
    to: [{ email: 'niamh.gallagher@harbour-hospital.example', name: 'Niamh Gallagher' }],
    cc: [{ email: 'petra.lindqvist@vitals-systems.example', name: 'Petra Lindqvist' }],
    subject: `[#${number}] ${ticket.subject}`,
    about: `ticket:${number}`,
    text,
  })
  await stage.tx
    .updateTable('platform.outbox')
    .set({
      state: 'failed',
      nextAttemptAt: null,
      attempts: 1,
      smtpCode: 550,
      deliveredTo: ['niamh.gallagher@harbour-hospital.example'],
      lastError:
        'The address does not exist. (petra.lindqvist@vitals-systems.example; 5.1.1; 550 5.1.1 no such user here)',
    })
    .where('id', '=', mail.id)
    .execute()
  await addMessage(stage.tx, {
    ticketNumber: number,
    kind: 'reply',
    direction: 'out',
    author: { id: tom.id, name: tom.name },
    text,
    mail: async () => ({ id: mail.id }),
  })
}

const talk = [
  'The gateway has been restarted, please watch bed 4103.',
  'Bed 4103 is back, 4104 lost two readings.',
  'Queue of the gateway raised from 200 to 500.',
  'Better: one reading lost in an hour.',
  'The log shows the second thread waiting for the first.',
  'Shall we read by hand over lunch?',
  'Yes please, until two o’clock.',
]

/** What is said back and forth while everybody waits for a release. */
function longTalk({ stage, cast }: Scene, base: Date, number: () => number): Act[] {
  return Array.from({ length: 34 }, (_, index) => {
    const desk = index % 2 === 0
    const at = new Date(base.getTime() - 4.8 * HOUR_MS + index * 190_000)
    return {
      at,
      happen: async () => {
        const author = cast.actor(desk ? 'tom.ellison' : 'niamh.gallagher')
        stage.set(at, author)
        await addMessage(stage.tx, {
          ticketNumber: number(),
          kind: index % 8 === 4 ? 'note' : 'reply',
          direction: desk ? 'out' : 'in',
          author: { id: author.id, name: author.name },
          text: talk[index % talk.length] ?? '',
        })
      },
    }
  })
}
