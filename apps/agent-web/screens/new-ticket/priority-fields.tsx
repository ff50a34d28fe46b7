import { SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getMatrix, inLanguage } from '../../../../rooms/catalog/contract/http.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { PriorityBadge } from '../../../../web-kit/ui/priority.tsx'
import classes from './new-ticket-form.module.css'

interface Props {
  impact: number | undefined
  urgency: number | undefined
  onChange: (change: { impact?: number; urgency?: number }) => void
}

/** Impact and urgency, and at once the priority that follows. */
export function PriorityFields({ impact, urgency, onChange }: Props) {
  const { t, i18n } = useTranslation('agent')
  const matrix = useApi(getMatrix, {}, { staleMs: 300_000 }).data
  if (!matrix) return null
  const scale = (name: 'impact' | 'urgency', value: number | undefined, steps: typeof matrix.impacts) => (
    <div>
      <Text component="div" fw={550} size="sm" mb={4} id={`new-${name}`}>
        {t(`ticket:${name}`)}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={`new-${name}`}
        value={String(value ?? '')}
        onChange={(chosen) => onChange({ [name]: Number(chosen) })}
        data={steps.map((step, i) => ({ value: String(i + 1), label: inLanguage(step.label, i18n.language) }))}
      />
    </div>
  )
  const priority = impact && urgency ? matrix.cells[impact - 1]?.[urgency - 1] : undefined
  return (
    <div>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        {scale('impact', impact, matrix.impacts)}
        {scale('urgency', urgency, matrix.urgencies)}
      </SimpleGrid>
      <Text component="div" mt={8} className={classes.result} role="status">
        {priority ? (
          <>
            {t('new.follows')} <PriorityBadge priority={priority} />
          </>
        ) : (
          t('new.followsNone')
        )}
      </Text>
    </div>
  )
}
