import { Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCalendarClock,
  IconCheck,
  IconClock,
  IconMailPause,
  IconQuestionMark,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dateAndTime } from '../../../web-kit/i18n/formats.ts'
import { useNow } from '../../../web-kit/ui/clock.ts'
import classes from './delivery-state.module.css'
import { type DeliveryKey, deliveryKey } from './delivery-words.ts'
import type { Message } from './use-thread.ts'

const icons: Partial<Record<DeliveryKey, TablerIcon>> = {
  queued: IconClock,
  scheduled: IconCalendarClock,
  retrying: IconRefresh,
  sending: IconClock,
  held: IconMailPause,
  sent: IconCheck,
  failed: IconAlertTriangle,
  partly: IconAlertTriangle,
  uncertain: IconQuestionMark,
}

interface Props {
  delivery: Message['delivery']
  recipients?: Message['recipients']
}

/** What became of a message's e-mail. */
export function DeliveryState({ delivery, recipients = null }: Props) {
  const { t } = useTranslation('conversation')
  const key = deliveryKey(delivery, recipients, useNow().getTime())
  const Icon = icons[key]
  if (!Icon) return null
  const time = delivery.dueAt ? dateAndTime(new Date(delivery.dueAt)) : ''
  return (
    <Tooltip label={t(`deliveryHelp.${key}`, { time })} multiline maw={320}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
      <span className={classes.state} data-state={key} tabIndex={0}>
        <Icon size={14} stroke={2} aria-hidden />
        <span className={classes.word}>
          {t(`delivery.${key}`)}
          {key === 'scheduled' && ` · ${time}`}
        </span>
      </span>
    </Tooltip>
  )
}
