import { CalendarsPanel } from '../../../../rooms/calendar/web/index.ts'
import { AgreementsPanel, PoliciesPanel } from '../../../../rooms/sla/web/index.ts'
import { Section } from './section.tsx'

export function ServiceLevelsScreen() {
  return (
    <Section name="servicelevels">
      <PoliciesPanel />
    </Section>
  )
}

export function AgreementsScreen() {
  return (
    <Section name="agreements">
      <AgreementsPanel />
    </Section>
  )
}

export function CalendarsScreen() {
  return (
    <Section name="calendars">
      <CalendarsPanel />
    </Section>
  )
}
