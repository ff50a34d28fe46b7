import { PathsPanel, TriggersPanel } from '../../../../rooms/escalation/web/index.ts'
import { Section } from './section.tsx'

export function PathsScreen() {
  return (
    <Section name="paths">
      <PathsPanel />
    </Section>
  )
}

export function TriggersScreen() {
  return (
    <Section name="triggers">
      <TriggersPanel />
    </Section>
  )
}
