import { ActionIcon, Button, Menu, Modal, Switch, TextInput, Tooltip } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './strings.ts'

interface Props {
  disabled: boolean
  onPlan: (at: Date, holdIfAnswered: boolean) => void
}

const morning = 8

/** The next morning, and the next one of a Monday, where whoever writes is. */
export function usualTimes(now: Date): { tomorrow: Date; monday: Date } {
  const inDays = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning)
  return { tomorrow: inDays(1), monday: inDays(((8 - now.getDay()) % 7 || 7) as number) }
}

/** Lets a reply go out at a better time: tomorrow morning, on Monday, or when one says. */
export function SendLater({ disabled, onPlan }: Props) {
  const { t, i18n } = useTranslation('later')
  const [asking, setAsking] = useState(false)
  const [at, setAt] = useState('')
  const [hold, setHold] = useState(true)
  const { tomorrow, monday } = usualTimes(new Date())
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(tomorrow)
  const chosen = at === '' ? undefined : new Date(at)
  const past = chosen !== undefined && chosen.getTime() <= Date.now()
  return (
    <>
      <Menu position="top-end">
        <Menu.Target>
          <Tooltip label={t('sendLater')}>
            <ActionIcon aria-label={t('sendLater')} disabled={disabled}>
              <IconClock size={16} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onPlan(tomorrow, true)}>{t('tomorrow', { time })}</Menu.Item>
          {monday.getTime() !== tomorrow.getTime() && (
            <Menu.Item onClick={() => onPlan(monday, true)}>{t('monday', { time })}</Menu.Item>
          )}
          <Menu.Item onClick={() => setAsking(true)}>{t('own')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('sendLater')} size="sm">
        <TextInput
          type="datetime-local"
          label={t('at')}
          value={at}
          error={past ? t('past') : undefined}
          onChange={(event) => setAt(event.currentTarget.value)}
          data-autofocus
        />
        <Switch mt="md" label={t('hold')} checked={hold} onChange={(event) => setHold(event.currentTarget.checked)} />
        <Button
          mt="lg"
          disabled={!chosen || past || Number.isNaN(chosen.getTime())}
          onClick={() => {
            if (!chosen) return
            setAsking(false)
            onPlan(chosen, hold)
          }}
        >
          {t('plan')}
        </Button>
      </Modal>
    </>
  )
}
