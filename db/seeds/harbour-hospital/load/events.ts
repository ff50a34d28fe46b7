import { addMessage } from '../../../../rooms/conversation/server/index.ts'
import { close, keepResolution, planClosing, reopen } from '../../../../rooms/resolution/server/index.ts'
import {
  applyChanges,
  changeStatus,
  setAssignment,
  type TicketRecord,
  unsafeTicket,
} from '../../../../rooms/ticket/server/index.ts'
import type { PlannedEvent } from '../performance.ts'
import type { PlannedTicket } from '../plan.ts'
import { handOver } from './hand-overs.ts'
import { filesOf, type Scene } from './scene.ts'

/** Lets one thing happen on a ticket, through the commands that a person's click would reach. */
export async function act(scene: Scene, number: number, planned: PlannedTicket, event: PlannedEvent): Promise<void> {
  const { stage, cast } = scene
  const { tx } = stage
  const actor = event.by ? cast.actor(event.by) : undefined
  stage.set(event.at, actor)
  if (event.type === 'message' || event.type === 'reply' || event.type === 'note')
    return say(scene, number, planned, event)
  const ticket = await unsafeTicket(tx, number)
  if (!ticket) throw new Error(`ticket ${number} is not there`)
  switch (event.type) {
    case 'assign':
      if (await handOver(scene, ticket, planned, event)) return
      await setAssignment(tx, ticket, {
        teamId: cast.team[event.team],
        assigneeId: event.assignee ? cast.actor(event.assignee).id : null,
      })
      return openOnFirstTouch(scene, ticket, event)
    case 'status':
      return changeStatus(tx, ticket, event.status, 'status', event.until)
    case 'impact':
      return applyChanges(tx, ticket, { impact: event.impact })
    case 'resolve': {
      const { cause, action, verification } = event
      const kept = await keepResolution(tx, ticket, { cause, action, verification })
      if (planned.outcome === 'resolved') await planClosing(tx, number, kept.id)
      return
    }
    case 'confirm':
      await close(tx, ticket, 'confirmed')
      return
    case 'reopen':
      await reopen(tx, ticket, event.text)
      return addReply(scene, number, 'in', event.by, event.text, [])
    case 'close':
      return close(tx, ticket, 'silence')
  }
}

type Spoken = Extract<PlannedEvent, { type: 'message' | 'reply' | 'note' }>

async function say(scene: Scene, number: number, planned: PlannedTicket, event: Spoken): Promise<void> {
  const files = await filesOf(scene.stage, planned, event.files, event.at)
  if (event.type !== 'note')
    return addReply(scene, number, event.type === 'message' ? 'in' : 'out', event.by, event.text, files)
  const { id, name } = scene.cast.actor(event.by)
  await addMessage(scene.stage.tx, {
    ticketNumber: number,
    kind: 'note',
    direction: 'out',
    author: { id, name },
    text: event.text,
    files,
  })
}

async function addReply(
  scene: Scene,
  ticketNumber: number,
  direction: 'in' | 'out',
  by: string,
  text: string,
  files: { fileId: number }[],
): Promise<void> {
  const { id, name } = scene.cast.actor(by)
  await addMessage(scene.stage.tx, { ticketNumber, kind: 'reply', direction, author: { id, name }, text, files })
}

/** Whoever takes a new ticket opens it. */
async function openOnFirstTouch(
  { stage }: Scene,
  ticket: TicketRecord,
  event: Extract<PlannedEvent, { type: 'assign' }>,
): Promise<void> {
  if (ticket.status === 'new' && event.assignee) await changeStatus(stage.tx, ticket, 'open', 'status')
}
