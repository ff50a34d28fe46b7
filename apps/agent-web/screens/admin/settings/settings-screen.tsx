import { Section } from '../section.tsx'
import { SettingsPanel } from './settings-panel.tsx'

export function SettingsScreen() {
  return (
    <Section name="settings">
      <SettingsPanel />
    </Section>
  )
}
