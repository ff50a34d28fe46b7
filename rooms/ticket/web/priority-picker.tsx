import { Popover, SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { currentLanguage } from '../../../web-kit/i18n/i18n.ts'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { PriorityIcon } from '../../../web-kit/ui/priority.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import { getMatrix, inLanguage } from '../../catalog/contract/http.ts'
import type { Ticket } from './use-ticket.ts'

interface Props {
  ticket: Pick<Ticket, 'priority' | 'impact' | 'urgency' | 'abilities'>
  opened: boolean
  onOpen: (opened: boolean) => void
  /** The reason in words, when triage gave one. */
  reason?: string | undefined
  onPick: (change: { impact?: number; urgency?: number }) => void
  /** More ways to set it: the override of triage. */
  children?: React.ReactNode
}

/** Priority as a button; pressing it (or `p`) changes what it follows from: impact and urgency. */
export function PriorityPicker({ ticket, opened, onOpen, reason, onPick, children }: Props) {
  const { t } = useTranslation('ticket')
  const refused = whyNot(ticket.abilities.prioritise)
  const matrix = useApi(getMatrix, {}, { enabled: opened, staleMs: 300_000 }).data
  const steps = { impact: matrix?.impacts ?? [], urgency: matrix?.urgencies ?? [] }
  const scale = (name: 'impact' | 'urgency') => (
    <div>
      <Text size="xs" fw={550} c="dimmed" mb={4} id={`scale-${name}`}>
        {t(name)}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby={`scale-${name}`}
        value={String(ticket[name])}
        onChange={(value) => onPick({ [name]: Number(value) })}
        data={steps[name].map((step, i) => ({
          value: String(i + 1),
          label: inLanguage(step.label, currentLanguage()),
        }))}
      />
    </div>
  )
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" width={380} trapFocus returnFocus>
      <Popover.Target>
        <PillButton
          icon={<PriorityIcon priority={ticket.priority} hidden />}
          reason={refused}
          title={reason}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => onOpen(!opened)}
        >
          {t(`kit:priority.${ticket.priority}`)}
        </PillButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('pick.priority')}>
        <Stack gap="sm">
          {reason && (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          )}
          {scale('impact')}
          {scale('urgency')}
          {children}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
