import { Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconMailPause,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './delivery-state.module.css'
import type { Message } from './use-thread.ts'

const icons: Record<string, TablerIcon> = {
  queued: IconClock,
  sending: IconClock,
  held: IconMailPause,
  sent: IconCheck,
  failed: IconAlertTriangle,
  uncertain: IconQuestionMark,
}

/** What became of a message's e-mail. */
export function DeliveryState({ delivery }: { delivery: Message['delivery'] }) {
  const { t } = useTranslation('conversation')
  const Icon = icons[delivery.state]
  if (!Icon) return null
  return (
    <Tooltip label={t(`deliveryHelp.${delivery.state}`)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
      <span className={classes.state} data-state={delivery.state} tabIndex={0}>
        <Icon size={14} stroke={2} aria-hidden />
        <span className={classes.word}>{t(`delivery.${delivery.state}`)}</span>
      </span>
    </Tooltip>
  )
}
