import { PathsPanel } from '../../../../rooms/escalation/web/index.ts'
import { Section } from './section.tsx'

export function PathsScreen() {
  return (
    <Section name="paths">
      <PathsPanel />
    </Section>
  )
}
