import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CategoriesPanel, MatrixPanel, ServicePanel, ServicesPanel } from '../../../../rooms/catalog/web/index.ts'
import { CannedRepliesPanel } from '../../../../rooms/conversation/web/index.ts'
import { CategoryUsage, MatrixEffectPanel, ServiceUsage } from '../../../../rooms/triage/web/index.ts'
import { Section } from './section.tsx'

export function ServicesScreen() {
  return (
    <Section name="services">
      <ServicesPanel />
    </Section>
  )
}

export function ServiceScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [name, setName] = useState('')
  return (
    <Section name="services" within={name}>
      <ServicePanel id={Number(id)} onName={setName} usage={<ServiceUsage id={Number(id)} />} />
    </Section>
  )
}

export function CategoriesScreen() {
  return (
    <Section name="categories">
      <CategoriesPanel usage={(id) => <CategoryUsage id={id} />} />
    </Section>
  )
}

export function PrioritiesScreen() {
  return (
    <Section name="priorities">
      <MatrixPanel effect={(matrix) => <MatrixEffectPanel matrix={matrix} />} />
    </Section>
  )
}

export function RepliesScreen() {
  return (
    <Section name="replies">
      <CannedRepliesPanel />
    </Section>
  )
}
