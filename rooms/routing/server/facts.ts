import type { FactDefinition } from '../../../platform/facts/index.ts'
import { hear } from '../../../platform/facts/index.ts'
import { calendarChanged, calendarRemoved, defaultCalendarSet } from '../../calendar/contract/facts.ts'
import { categoryAdded, categoryChanged, categoryDeleted, categoryMerged } from '../../catalog/contract/facts.ts'
import { teamAdded, teamChanged, teamDeleted } from '../../people/contract/facts.ts'
import { known } from './known.ts'
import { startTeam } from './start-team.ts'

/** What the remembered rules are made of beside this room's own tables. */
const sources: readonly FactDefinition[] = [
  teamChanged,
  teamDeleted,
  categoryAdded,
  categoryChanged,
  categoryDeleted,
  categoryMerged,
  calendarChanged,
  calendarRemoved,
  defaultCalendarSet,
]

export const hearers = [
  hear('routing.startsTeam', teamAdded, 'inline', (tx, fact) => startTeam(tx, fact.subjectId, fact.data)),
  ...sources.map((source) => hear(`routing.forgets ${source.name}`, source, 'inline', (tx) => known.forget(tx))),
]
