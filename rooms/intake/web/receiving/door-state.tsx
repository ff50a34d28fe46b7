import { IconAlertTriangle, IconCircleCheck, IconClock, IconMinus, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MailDoor } from '../../contract/doors.ts'
import classes from './receiving.module.css'
import './strings.ts'

const looks = {
  connected: [IconCircleCheck, 'ok'],
  waiting: [IconClock, 'warn'],
  failed: [IconAlertTriangle, 'bad'],
  stopped: [IconAlertTriangle, 'bad'],
  unused: [IconMinus, 'quiet'],
  paused: [IconPlayerPause, 'warn'],
  off: [IconMinus, 'quiet'],
} as const

/** Shape, word and colour of how a way of mail is. */
export function DoorState({ state, kind }: Pick<MailDoor, 'state' | 'kind'>) {
  const { t } = useTranslation('receiving')
  const [Icon, tone] = looks[state]
  const word = state === 'connected' && kind !== 'imap' ? (kind === 'smtp' ? 'listening' : 'working') : state
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {t(`state.${word}`)}
    </span>
  )
}
