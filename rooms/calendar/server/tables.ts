import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CalendarContent } from '../contract/http.ts'

/** A public holiday: date and names. */
export interface Holiday {
  on: string
  name: { en: string; de: string }
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'calendar.calendar': {
      id: Generated<number>
      name: string
      isDefault: Generated<boolean>
      removedAt: Date | null
      version: Generated<number>
      createdAt: Generated<Date>
      updatedAt: Generated<Date>
    }
    'calendar.version': {
      id: Generated<number>
      calendarId: number
      number: number
      content: JSONColumnType<CalendarContent>
      createdAt: Generated<Date>
      createdBy: number | null
      createdByName: string
    }
    'calendar.holidays': {
      place: string
      year: number
      days: ColumnType<Holiday[], string, string>
    }
  }
}
