import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import type { Status } from '../contract/http.ts'
import type { Ticket } from './use-ticket.ts'
import { WaitUntil } from './wait-until.tsx'

interface Props {
  ticket: Pick<Ticket, 'status' | 'nextStatuses' | 'abilities'>
  opened: boolean
  onOpen: (opened: boolean) => void
  onPick: (status: Status, until?: Date) => void
  /** Resolving needs words; the screen opens the form. */
  onResolve?: (() => void) | undefined
}

/** The status as a button; pressing it (or `s`) offers the moves there are. */
export function StatusPicker({ ticket, opened, onOpen, onPick, onResolve }: Props) {
  const { t } = useTranslation('ticket')
  const [asksTime, setAsksTime] = useState(false)
  const next = new Set<string>(ticket.nextStatuses)
  if (onResolve && ticket.abilities.resolve.allowed) next.add('resolved')
  const choices = [...new Set<string>([ticket.status, ...next])].map((status) => ({
    value: status,
    label: t(`kit:status.${status}`),
    icon: <StatusIcon status={status} hidden />,
  }))
  const reason = next.size > 0 ? undefined : whyNot(ticket.abilities.changeStatus)
  return (
    <>
      <Picker
        label={t('pick.status')}
        opened={opened}
        onOpen={onOpen}
        choices={choices}
        chosen={[ticket.status]}
        onPick={(value) => {
          if (value === 'resolved' && onResolve) return onResolve()
          if (value === 'waiting_until') return setAsksTime(true)
          if (value !== ticket.status) onPick(value as Status)
        }}
      >
        <PillButton
          icon={<StatusIcon status={ticket.status} hidden />}
          reason={reason}
          aria-haspopup="listbox"
          aria-expanded={opened}
          onClick={() => onOpen(!opened)}
        >
          {t(`kit:status.${ticket.status}`)}
        </PillButton>
      </Picker>
      <WaitUntil
        opened={asksTime}
        onClose={() => setAsksTime(false)}
        onPick={(until) => {
          setAsksTime(false)
          onPick('waiting_until', until)
        }}
      />
    </>
  )
}
