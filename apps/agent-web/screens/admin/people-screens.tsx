import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  ApiKeysPanel,
  DeskPanel,
  InvitationsPanel,
  OrganisationsPanel,
  PeoplePanel,
  RolePanel,
  RolesPanel,
  TeamsPanel,
} from '../../../../rooms/people/web/index.ts'
import { Section } from './section.tsx'

export function PeopleScreen() {
  return (
    <Section name="people">
      <PeoplePanel />
    </Section>
  )
}

export function OrganisationsScreen() {
  return (
    <Section name="organisations">
      <OrganisationsPanel />
    </Section>
  )
}

export function TeamsScreen() {
  return (
    <Section name="teams">
      <TeamsPanel />
    </Section>
  )
}

export function RolesScreen() {
  return (
    <Section name="roles">
      <RolesPanel />
    </Section>
  )
}

export function RoleScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [name, setName] = useState('')
  return (
    <Section name="roles" within={name}>
      <RolePanel id={Number(id)} onName={setName} />
    </Section>
  )
}

export function InvitationsScreen() {
  return (
    <Section name="invitations">
      <InvitationsPanel />
    </Section>
  )
}

export function DeskScreen() {
  return (
    <Section name="desk">
      <DeskPanel />
    </Section>
  )
}

export function KeysScreen() {
  return (
    <Section name="keys">
      <ApiKeysPanel />
    </Section>
  )
}
