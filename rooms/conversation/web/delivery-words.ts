import type { Message } from './use-thread.ts'

type Delivery = Message['delivery']
export type DeliveryKey = Delivery['state'] | 'scheduled' | 'retrying' | 'partly'

/** A reply that goes out within so long is simply on its way. */
const SOON_MS = 2 * 60_000

/** What to call the state of a mail: one that waits for its hour, or for a server to come back, is told apart. */
export function deliveryKey(
  delivery: Pick<Delivery, 'state' | 'dueAt' | 'attempts'>,
  recipients: Message['recipients'],
  now: number,
): DeliveryKey {
  const { state, dueAt, attempts } = delivery
  if (state === 'queued' && attempts > 0) return 'retrying'
  if (state === 'queued' && dueAt && new Date(dueAt).getTime() - now > SOON_MS) return 'scheduled'
  if (state === 'failed' && recipients && everybody(recipients).some((one) => one.delivered)) return 'partly'
  return state
}

export const everybody = ({ to, cc, bcc }: NonNullable<Message['recipients']>) => [...to, ...cc, ...bcc]
