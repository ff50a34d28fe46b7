import { letWatch, linkTickets, openTicket } from '../../../../rooms/ticket/server/index.ts'
import type { PlannedTicket } from '../plan.ts'
import { services } from '../services.ts'
import type { Act } from './acts.ts'
import { answersOf } from './answers.ts'
import { act } from './events.ts'
import { filesOf, type Scene } from './scene.ts'

/** Everything on every ticket, in the order in which it happened in the house. */
export async function loadTickets(scene: Scene, plan: PlannedTicket[], more: readonly Act[] = []): Promise<void> {
  const numbers = new Map<PlannedTicket, number>()
  const acts: Act[] = plan.flatMap((ticket) => [
    { at: ticket.openedAt, happen: async () => void numbers.set(ticket, await open(scene, ticket)) },
    ...ticket.events.map((event) => ({
      at: event.at,
      happen: () => act(scene, numbers.get(ticket) ?? 0, ticket, event),
    })),
  ])
  acts.push(...more)
  // Sorting is stable: what happens on one ticket at one moment stays in its order.
  acts.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { at, happen } of acts) {
    await scene.stage.passUntil(at)
    await happen()
  }
  await linkStories(scene, plan, numbers)
}

const channels = { mail: 'email', portal: 'portal', phone: 'phone' } as const

async function open({ stage, cast, catalog }: Scene, ticket: PlannedTicket): Promise<number> {
  const { scenario, channel, requester } = ticket
  const actor = cast.actor(requester.key)
  // Somebody at the desk types what is told on the phone.
  const firstHand = ticket.events.find((event) => event.type === 'assign')?.by
  const reporter = channel === 'phone' && firstHand ? cast.actor(firstHand) : actor
  stage.set(ticket.openedAt, reporter)
  const serviceTeam = services.find((service) => service.key === scenario.service)?.team ?? 'desk'
  const triaged = ticket.events.length > 0 || channel !== 'mail'
  const ofService = channel === 'portal' && scenario.service !== 'mail'
  const { number } = await openTicket(stage.tx, {
    kind: scenario.kind,
    subject: ticket.subject,
    channel: channels[channel],
    requesterId: actor.id,
    reporterId: reporter.id,
    organisationId: actor.organisationId,
    teamId: ofService ? cast.team[serviceTeam] : channel === 'phone' ? cast.team.desk : null,
    teamFrom: ofService ? 'service' : 'opener',
    serviceId: triaged ? catalog.service[scenario.service] : null,
    categoryId: triaged ? catalog.category(scenario.service, scenario.category) : null,
    impact: scenario.impact === 1 && scenario.steps.some((step) => 'raise' in step) ? 2 : scenario.impact,
    urgency: scenario.urgency,
    affectedThing: ticket.thing ?? null,
    location: ticket.location,
    errorMessage: ticket.error ?? null,
    customFields: answersOf(ticket),
    tags: scenario.tags ?? [],
    firstWords: { text: ticket.description, files: await filesOf(stage, ticket, ticket.files, ticket.openedAt) },
  })
  return number
}

/** Incidents behind a problem are linked to it; a colleague of the same ward follows now and then. */
async function linkStories(
  { stage, cast }: Scene,
  plan: PlannedTicket[],
  numbers: Map<PlannedTicket, number>,
): Promise<void> {
  const causes: [string, string][] = [
    ['black-screen', 'update-loop'],
    ['vitals-not-charting', 'alarm-flood'],
  ]
  for (const [incident, problem] of causes) {
    const cause = plan.find((ticket) => ticket.scenario.id === problem)
    const causeNumber = cause && numbers.get(cause)
    for (const ticket of plan.filter((one) => one.scenario.id === incident).slice(0, 3)) {
      const number = numbers.get(ticket)
      if (!number || !causeNumber || ticket.openedAt > (cause?.openedAt ?? 0)) continue
      stage.set(cause?.events[0]?.at ?? ticket.openedAt, cast.actor('maya.brennan'))
      await linkTickets(stage.tx, number, 'caused_by', causeNumber)
    }
  }
  for (const [index, ticket] of plan.entries()) {
    const number = numbers.get(ticket)
    const colleague = plan
      .slice(index + 1)
      .find(
        (one) => one.requester.department === ticket.requester.department && one.requester !== ticket.requester,
      )?.requester
    const moment = ticket.events[0]
    if (index % 11 !== 0 || !number || !colleague || !moment) continue
    stage.set(moment.at, cast.actor(moment.by || 'maya.brennan'))
    await letWatch(stage.tx, number, [cast.actor(colleague.key).id])
  }
}
