import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconCopy,
  IconEyeOff,
  IconHandStop,
  IconHelpCircle,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './mail-admin.module.css'

const looks = {
  received: [IconClock, 'quiet'],
  filed: [IconCircleCheck, 'ok'],
  duplicate: [IconCopy, 'quiet'],
  ignored: [IconEyeOff, 'quiet'],
  queued: [IconClock, 'quiet'],
  sending: [IconClock, 'quiet'],
  sent: [IconCircleCheck, 'ok'],
  held: [IconHandStop, 'warn'],
  failed: [IconAlertTriangle, 'bad'],
  uncertain: [IconHelpCircle, 'warn'],
  withdrawn: [IconTrash, 'quiet'],
  discarded: [IconTrash, 'quiet'],
} as const

export type MailStateName = keyof typeof looks

/** Shape, word and colour of the state of a mail, in or out. */
export function MailState({ state }: { state: MailStateName }) {
  const { t } = useTranslation('intake')
  const [Icon, tone] = looks[state]
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {t(`state.${state}`)}
    </span>
  )
}
