import { ChannelsPanel } from '../../../../rooms/notices/web/index.ts'
import { Section } from './section.tsx'

export function ChatsScreen() {
  return (
    <Section name="chats">
      <ChannelsPanel />
    </Section>
  )
}
