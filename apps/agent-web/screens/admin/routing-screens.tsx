import { RulesPanel, TeamRoutingPanel } from '../../../../rooms/routing/web/index.ts'
import { Section } from './section.tsx'

export function RulesScreen() {
  return (
    <Section name="rules">
      <RulesPanel />
    </Section>
  )
}

export function TeamRoutingScreen() {
  return (
    <Section name="routing">
      <TeamRoutingPanel />
    </Section>
  )
}
