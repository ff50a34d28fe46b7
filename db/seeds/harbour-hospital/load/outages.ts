import { handUp, openEscalation, returnEscalation, takeOver } from '../../../../rooms/escalation/server/index.ts'
import {
  declareMajor,
  endMajor,
  gatherTickets,
  tellAtOnce,
  writeReview,
  writeUpdate,
} from '../../../../rooms/major/server/index.ts'
import { acknowledgePage } from '../../../../rooms/oncall/server/index.ts'
import { actorOfPerson } from '../../../../rooms/people/server/index.ts'
import { close, keepResolution } from '../../../../rooms/resolution/server/index.ts'
import { openTicket, unsafeTicket } from '../../../../rooms/ticket/server/index.ts'
import { schedule } from '../on-call.ts'
import { type OutageSeed, outages } from '../outages.ts'
import { people } from '../people.ts'
import type { Act } from './acts.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'

const minuteMs = 60_000
const dayMinutes = 24 * 60

export const outageTickets = outages.reduce((sum, outage) => sum + outage.reports.length, 0)

/** Two major incidents, from the first call to where they stand. */
export function outageActs(scene: Scene, base: Date, ladderId: number): Act[] {
  return outages.flatMap((outage) => actsOf(scene, outage, base, ladderId))
}

function actsOf(scene: Scene, outage: OutageSeed, base: Date, ladderId: number): Act[] {
  const { stage } = scene
  const numbers: number[] = []
  const start = base.getTime() - outage.minutesAgo * minuteMs
  const by = (person: string, after: number, happen: () => Promise<void>): Act => {
    const at = new Date(start + after * minuteMs)
    return {
      at,
      happen: async () => {
        await enter(scene, at, person)
        await happen()
      },
    }
  }
  const coordinated = (after: number, happen: (number: number) => Promise<unknown>) =>
    by(outage.coordinator, after, async () => {
      await happen(numbers[0] ?? 0)
      await tellAtOnce(stage.cx, numbers[0] ?? 0)
    })
  const { title, reason, declaredAfter, acknowledgedAfter, reports, updates, over } = outage
  const acts = [
    ...reports.map((report, index) =>
      by(report.person, report.after, async () => {
        numbers[index] = await open(scene, outage, report)
      }),
    ),
    by('tom.ellison', declaredAfter - 3, () => passUp(scene, outage, numbers[0] ?? 0)),
    by(outage.coordinator, declaredAfter, async () => {
      const number = numbers[0] ?? 0
      await accept(scene, number)
      await declareMajor(stage.cx, number, { title, reason, banner: true, ladder: ladderId })
    }),
    { at: new Date(start + (declaredAfter + acknowledgedAfter) * minuteMs), happen: () => acknowledge(scene, numbers) },
    ...reports
      .slice(1)
      .map(({ after }, index) =>
        coordinated(Math.max(after, declaredAfter) + 2 + index, (number) =>
          gatherTickets(stage.cx, number, [numbers[index + 1] ?? 0]),
        ),
      ),
    ...updates.map(({ after, text, inside, nextIn }) =>
      coordinated(after, (number) =>
        writeUpdate(stage.cx, number, {
          text,
          public: !inside,
          ...(nextIn === undefined ? {} : { nextInMinutes: nextIn }),
        }),
      ),
    ),
  ]
  if (!over) return acts
  return [
    ...acts,
    ...bounced(scene, numbers, by),
    coordinated(over.after, (number) => endMajor(stage.cx, number, over.lastWord)),
    ...reports.flatMap(({ person }, index) => [
      by(outage.coordinator, over.after + 3 + index, () => resolve(scene, numbers[index] ?? 0, over.resolution)),
      by(person, over.after + dayMinutes + index * 7, () => confirm(scene, numbers[index] ?? 0)),
    ]),
    by(outage.coordinator, over.reviewedAfter, async () => {
      await writeReview(stage.cx, numbers[0] ?? 0, over.review)
    }),
  ]
}

/** With the rights of their role: most of this goes through the doors that people use. */
async function enter({ stage, cast }: Scene, at: Date, person: string): Promise<void> {
  const { id } = cast.actor(person)
  stage.set(at)
  stage.set(at, (await actorOfPerson(stage.tx, id)) ?? cast.actor(person))
}

async function open(
  { stage, cast, catalog }: Scene,
  outage: OutageSeed,
  { person, subject, text }: OutageSeed['reports'][number],
): Promise<number> {
  const actor = cast.actor(person)
  const { number } = await openTicket(stage.tx, {
    kind: 'incident',
    subject,
    channel: 'portal',
    requesterId: actor.id,
    reporterId: actor.id,
    organisationId: actor.organisationId,
    teamId: cast.team.desk,
    teamFrom: 'service',
    serviceId: catalog.service[outage.service],
    categoryId: catalog.category(outage.service, outage.category),
    impact: 1,
    urgency: 1,
    affectedThing: null,
    location: people.find((one) => one.key === person)?.location ?? '',
    errorMessage: null,
    customFields: {},
    tags: ['outage'],
    firstWords: { text, files: [] },
  })
  return number
}

async function passUp(
  { stage, cast }: Scene,
  { team, reports: [first], handOff: { tried, outcome, ...found } }: OutageSeed,
  number: number,
): Promise<void> {
  const handOff = {
    problem: `${first?.subject}\n\n${first?.text}`,
    attempts: [{ tried, outcome }],
    affected: 'Everybody who has called so far, and more by the minute',
    ...found,
  }
  await handUp(stage.tx, await ticketOf(stage, number), { team: cast.team[team], handOff }, undefined)
}

async function accept({ stage }: Scene, number: number): Promise<void> {
  const open = await openEscalation(stage.tx, number)
  if (open) await takeOver(stage.tx, await ticketOf(stage, number), open)
}

/** Whoever was called last has heard it, two minutes later. */
async function acknowledge(scene: Scene, numbers: readonly number[]): Promise<void> {
  const { stage, cast } = scene
  const page = await stage.tx
    .selectFrom('oncall.page as p')
    .innerJoin('oncall.call as c', 'c.pageId', 'p.id')
    .select(['p.id', 'c.personId', 'c.at'])
    .where('p.ticketNumber', '=', numbers[0] ?? 0)
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const called = schedule.layers.flatMap((layer) => layer.people).find((key) => cast.actor(key).id === page.personId)
  await enter(scene, new Date(page.at.getTime() + 2 * minuteMs), called ?? 'bridget.nolan')
  await acknowledgePage(stage.cx, page.id)
}

type By = (person: string, after: number, happen: () => Promise<void>) => Act

/** One of the tickets went to the wrong people first, and came back with a reason. */
function bounced({ stage, cast }: Scene, numbers: readonly number[], by: By): Act[] {
  const number = () => numbers[3] ?? 0
  return [
    by('tom.ellison', 10, async () => {
      const ticket = await ticketOf(stage, number())
      const handOff = {
        problem: 'The mailbox of the ward cannot be opened, from no computer; the bed list comes by it.',
        attempts: [{ tried: 'Opened it with my own account', outcome: 'The same message: no connection' }],
        evidence: 'Cannot connect to the mail server (0x800CCC0E)',
        affected: 'Joan Whitlock and the night shift of seven wards',
        suspicion: 'The record sends the bed list; perhaps its interface blocks the mailbox.',
      }
      await handUp(stage.tx, ticket, { team: cast.team.clinical, handOff }, await openEscalation(stage.tx, number()))
    }),
    by('kwame.boateng', 12, async () => {
      const escalation = await openEscalation(stage.tx, number())
      if (!escalation) throw new Error('there is nothing to return')
      const why = 'The record has sent the list. It is the mail server: see the major incident.'
      await returnEscalation(stage.cx, number(), escalation.id, why)
    }),
  ]
}

type Resolution = NonNullable<OutageSeed['over']>['resolution']

async function resolve({ stage }: Scene, number: number, resolution: Resolution): Promise<void> {
  await keepResolution(stage.tx, await ticketOf(stage, number), resolution)
}

async function confirm({ stage }: Scene, number: number): Promise<void> {
  await close(stage.tx, await ticketOf(stage, number), 'confirmed')
}

async function ticketOf({ tx }: Stage, number: number) {
  const ticket = await unsafeTicket(tx, number)
  if (!ticket) throw new Error(`ticket ${number} is not there`)
  return ticket
}

/** Nobody in this world has a mailbox: what commands have queued on their way is as good as sent. */
export async function letMailsHaveGone({ tx }: Stage): Promise<void> {
  await tx
    .updateTable('platform.outbox')
    .set((eb) => ({ state: 'sent', nextAttemptAt: null, attempts: 1, stateAt: eb.ref('queuedAt') }))
    .where('state', 'in', ['queued', 'held'])
    .execute()
}
