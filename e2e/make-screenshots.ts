import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, settle, type Visit, visit } from './harness/browser.ts'
import { type LiveDesk, startLiveDesk } from './harness/desk.ts'

/** `npm run screenshots`: the pictures of the README, taken from the example world as it is built now. */
const folder = join(import.meta.dirname, '../docs/images')

interface Picture extends Visit {
  name: string
  who: string
  path: (desk: LiveDesk) => Promise<string>
}

const niamh = 'niamh.gallagher@harbour-hospital.example'
const maya = 'maya.brennan@harbour-hospital.example'

const pictures: readonly Picture[] = [
  { name: 'workspace', who: maya, path: async (desk) => `/desk/tickets/${await longestThread(desk)}?list=open` },
  { name: 'portal', who: niamh, path: async () => '/' },
  { name: 'portal-phone', who: niamh, phone: true, dark: true, path: async () => '/tickets' },
]

/** A ticket that is being worked on and has a story to tell. */
async function longestThread(desk: LiveDesk): Promise<number> {
  const { db } = desk.server.assembly
  const { ticketNumber } = await db
    .selectFrom('conversation.message as m')
    .innerJoin('ticket.ticket as t', 't.number', 'm.ticketNumber')
    .innerJoin('people.team as team', 'team.id', 't.teamId')
    .where('t.status', '=', 'in_progress')
    .where('t.assigneeId', 'is not', null)
    .where('team.visibility', '=', 'everyone')
    .select('m.ticketNumber')
    .groupBy('m.ticketNumber')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('m.ticketNumber', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return ticketNumber
}

async function personByEmail(desk: LiveDesk, email: string): Promise<{ id: number }> {
  const { db } = desk.server.assembly
  const { personId } = await db
    .selectFrom('people.personAddress')
    .where('email', '=', email)
    .select('personId')
    .executeTakeFirstOrThrow()
  return { id: personId }
}

mkdirSync(folder, { recursive: true })
const desk = await startLiveDesk({ hospital: true })
const browser = await openBrowser()
try {
  for (const { name, who, path, ...options } of pictures) {
    const visitor = await visit(browser, desk, { ...options, as: await personByEmail(desk, who) })
    if (!options.phone) await visitor.page.setViewportSize({ width: 1440, height: 860 })
    await visitor.open(await path(desk))
    await settle(visitor.page)
    await visitor.page.screenshot({ path: join(folder, `${name}.png`) })
    console.log(`docs/images/${name}.png`)
    await visitor.leave()
  }
} finally {
  await browser.close()
  await desk.stop()
}
