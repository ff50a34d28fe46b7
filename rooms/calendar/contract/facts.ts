import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'

const Named = Type.Object({ name: Type.String(), version: Type.Integer() })

export const calendarAdded = fact('calendar.added', 'calendar', Named)
/** It has another version now, or another name. */
export const calendarChanged = fact('calendar.changed', 'calendar', Named)
export const calendarRemoved = fact('calendar.removed', 'calendar', Named)
export const defaultCalendarSet = fact('calendar.default_set', 'calendar', Named)
