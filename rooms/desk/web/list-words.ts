import {
  IconAlarm,
  IconAlertOctagon,
  IconCircleCheck,
  IconCircleDot,
  IconHourglass,
  IconInbox,
  IconLock,
  IconMailX,
  IconProgress,
  IconStack2,
  IconStairsUp,
  IconUserCircle,
  IconUserQuestion,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import { number } from '../../../web-kit/i18n/formats.ts'
import type { BuiltInList, Count } from '../contract/http.ts'

export const listIcons: Record<BuiltInList, TablerIcon> = {
  mine: IconUserCircle,
  'my-teams': IconUsersGroup,
  unassigned: IconUserQuestion,
  open: IconInbox,
  new: IconCircleDot,
  'in-progress': IconProgress,
  waiting: IconHourglass,
  overdue: IconAlertOctagon,
  'due-soon': IconAlarm,
  escalated: IconStairsUp,
  undelivered: IconMailX,
  resolved: IconCircleCheck,
  closed: IconLock,
  all: IconStack2,
}

/** "17", "1,000+", or nothing where counting would take too long. */
export function countWords({ count, more }: Count): string {
  if (count === null) return ''
  return more ? `${number(count)}+` : number(count)
}
