import { DueMark } from '../../../web-kit/ui/due-mark.tsx'
import { dueOf, isOpen, useClocks } from './use-clocks.ts'

/** In the head of a ticket: what is due next, and how much time is left for it. */
export function NextDue({ number, enabled }: { number: number; enabled: boolean }) {
  const clocks = useClocks(number, enabled).data?.items ?? []
  const next = clocks.find((clock) => clock.leads && isOpen(clock))
  return next ? <DueMark due={dueOf(next)} named /> : null
}
