import { Type } from 'typebox'
import { type Job, job } from '../../../platform/jobs/index.ts'
import { sendWhenDue } from './send-scheduled.ts'

const Payload = Type.Object({ scheduledId: Type.Integer() })

export const sendScheduled: Job<typeof Payload> = job('send a planned reply', Payload, (cx, { scheduledId }) =>
  sendWhenDue(cx, scheduledId),
)

export function sendScheduledKey(id: number): string {
  return `planned reply ${id}`
}
