import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateAndTime } from '../../../web-kit/i18n/formats.ts'

interface Props {
  opened: boolean
  onClose: () => void
  onPick: (until: Date) => void
}

const at = (days: number, hour: number) => {
  const day = new Date()
  day.setDate(day.getDate() + days)
  day.setHours(hour, 0, 0, 0)
  return day
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const daysToMonday = () => (8 - new Date().getDay()) % 7 || 7

/** Until when a ticket waits: the usual answers first, or any time. */
export function WaitUntil({ opened, onClose, onPick }: Props) {
  const { t } = useTranslation('ticket')
  const [own, setOwn] = useState('')
  const usual: Array<[string, Date]> = [
    ['inAnHour', inHours(1)],
    ['inFourHours', inHours(4)],
    ['tomorrow', at(1, 8)],
    ['monday', at(daysToMonday(), 8)],
    ['inAWeek', at(7, 8)],
  ]
  const chosen = own ? new Date(own) : undefined
  return (
    <Modal opened={opened} onClose={onClose} title={t('wait.title')} size="sm">
      <Stack gap={6}>
        {usual.map(([name, time]) => (
          <Button
            key={name}
            variant="default"
            justify="space-between"
            rightSection={<span style={{ color: 'var(--dk-dim)', fontWeight: 400 }}>{dateAndTime(time)}</span>}
            onClick={() => onPick(time)}
          >
            {t(`wait.${name}`)}
          </Button>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen) onPick(chosen)
          }}
        >
          <Stack gap={6} mt={8}>
            <TextInput
              type="datetime-local"
              label={t('wait.other')}
              value={own}
              onChange={(event) => setOwn(event.currentTarget.value)}
            />
            <Button type="submit" disabled={!chosen}>
              {t('wait.set')}
            </Button>
          </Stack>
        </form>
      </Stack>
    </Modal>
  )
}
