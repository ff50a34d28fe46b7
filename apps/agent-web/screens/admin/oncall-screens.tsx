import { LaddersPanel, ProvidersPanel, SchedulesPanel } from '../../../../rooms/oncall/web/index.ts'
import { Section } from './section.tsx'

export function SchedulesScreen() {
  return (
    <Section name="schedules">
      <SchedulesPanel />
    </Section>
  )
}

export function LaddersScreen() {
  return (
    <Section name="ladders">
      <LaddersPanel />
    </Section>
  )
}

export function ProvidersScreen() {
  return (
    <Section name="providers">
      <ProvidersPanel />
    </Section>
  )
}
