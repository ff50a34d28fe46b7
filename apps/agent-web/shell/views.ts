import {
  IconCircleCheck,
  IconHourglass,
  IconInbox,
  IconStack2,
  IconUserCircle,
  IconUserQuestion,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'

export interface BuiltInView {
  /** The name in the URL and in the strings. */
  name: 'mine' | 'teams' | 'unassigned' | 'open' | 'waiting' | 'resolved' | 'all'
  icon: TablerIcon
  keys: string
}

export const builtInViews: readonly BuiltInView[] = [
  { name: 'mine', icon: IconUserCircle, keys: 'g m' },
  { name: 'teams', icon: IconUsersGroup, keys: 'g t' },
  { name: 'unassigned', icon: IconUserQuestion, keys: 'g u' },
  { name: 'open', icon: IconInbox, keys: 'g o' },
  { name: 'waiting', icon: IconHourglass, keys: 'g w' },
  { name: 'resolved', icon: IconCircleCheck, keys: 'g r' },
  { name: 'all', icon: IconStack2, keys: 'g a' },
]
