import { useApi } from '../../../web-kit/api/use-api.ts'
import type { DueTime } from '../../../web-kit/ui/due-mark.tsx'
import { type ClockView, getClocks } from '../contract/http.ts'

/** The clocks of a ticket, reread when something happens to it. */
export const useClocks = (number: number, enabled: boolean) =>
  useApi(getClocks, { params: { number } }, { live: [`ticket:${number}`], enabled })

export const isOpen = (clock: ClockView): boolean => clock.endedAt === null

/** A running or paused clock as its mark shows it. */
export const dueOf = ({ target, dueAt, breachedAt, pausedFor, told }: ClockView): DueTime => ({
  target,
  dueAt: pausedFor === null ? dueAt : null,
  breachedAt,
  pausedFor,
  told,
})
