import { Anchor, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { currentLanguage } from '../../../web-kit/i18n/i18n.ts'
import { priorities } from '../../../web-kit/ui/priority.tsx'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { PriorityPicker, type Ticket, useTicketActions } from '../../ticket/web/index.ts'
import { type Assessment, deletePriority, getPriority, putPriority } from '../contract/http.ts'

interface Props {
  ticket: Ticket
  opened: boolean
  onOpen: (opened: boolean) => void
}

const refresh = [getPriority, getTicket, getTimeline, listTicketsEndpoint]

/** "Moderate: one person × cannot work", or who set it otherwise and why. */
export function usePriorityReason(assessment: Assessment | undefined): string | undefined {
  const { t } = useTranslation('triage')
  if (!assessment) return undefined
  const { override } = assessment
  if (override) return t('overridden', { name: override.by.name, reason: override.reason })
  const word = (label: Assessment['impactLabel']) => label[currentLanguage()] ?? label.en
  const priority = t(`kit:priority.${assessment.computed}`)
  return t('reason', { priority, impact: word(assessment.impactLabel), urgency: word(assessment.urgencyLabel) })
}

/** The priority with its reason; changes impact and urgency, or overrides what follows from them. */
export function PriorityControl({ ticket, opened, onOpen }: Props) {
  const { t } = useTranslation('triage')
  const { changePlain } = useTicketActions()
  const params = { number: ticket.number }
  const assessment = useApi(getPriority, { params }, { live: [`ticket:${ticket.number}`] }).data
  const reason = usePriorityReason(assessment)
  const [overriding, setOverriding] = useState(false)
  const restore = useSend(deletePriority, { refresh })
  return (
    <PriorityPicker
      ticket={ticket}
      opened={opened}
      onOpen={onOpen}
      reason={reason}
      onPick={(change) => void changePlain(ticket.number, change, change)}
    >
      {assessment?.override ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={restore.isPending}
          onClick={() => restore.mutate({ params })}
        >
          {t('restore')}
        </Button>
      ) : overriding ? (
        <OverrideForm number={ticket.number} priority={ticket.priority} onDone={() => setOverriding(false)} />
      ) : (
        assessment?.abilities.override.allowed && (
          <Anchor component="button" size="sm" style={{ alignSelf: 'flex-start' }} onClick={() => setOverriding(true)}>
            {t('override')}
          </Anchor>
        )
      )}
    </PriorityPicker>
  )
}

interface FormProps {
  number: number
  priority: Ticket['priority']
  onDone: () => void
}

function OverrideForm({ number, priority, onDone }: FormProps) {
  const { t } = useTranslation('triage')
  const [wanted, setWanted] = useState(priority)
  const [reason, setReason] = useState('')
  const send = useSend(putPriority, { refresh, onDone })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) send.mutate({ params: { number }, body: { priority: wanted, reason: reason.trim() } })
      }}
    >
      <Stack gap="xs">
        <Select
          label={t('newPriority')}
          comboboxProps={{ withinPortal: false }}
          allowDeselect={false}
          data={priorities.map((value) => ({ value, label: t(`kit:priority.${value}`) }))}
          value={wanted}
          onChange={(value) => value && setWanted(value as typeof wanted)}
        />
        <Textarea
          label={t('why')}
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Text size="xs" c="dimmed">
          {t('whyHelp')}
        </Text>
        <Group gap="xs">
          <Button type="submit" size="compact-sm" disabled={!reason.trim()} loading={send.isPending}>
            {t('setOverride')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={onDone}>
            {t('kit:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
