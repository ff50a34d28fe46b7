import {
  InboundMailPanel,
  MailboxesPanel,
  MailDoorsPanel,
  MailTemplatesPanel,
  OutboxPanel,
} from '../../../../rooms/intake/web/index.ts'
import { Section } from './section.tsx'

export function MailboxesScreen() {
  return (
    <Section name="mailboxes">
      <MailboxesPanel />
    </Section>
  )
}

export function InboundScreen() {
  return (
    <Section name="inbound">
      <InboundMailPanel />
    </Section>
  )
}

export function OutboxScreen() {
  return (
    <Section name="outbox">
      <OutboxPanel />
    </Section>
  )
}

export function DoorsScreen() {
  return (
    <Section name="doors">
      <MailDoorsPanel />
    </Section>
  )
}

export function MailsScreen() {
  return (
    <Section name="mails">
      <MailTemplatesPanel />
    </Section>
  )
}
