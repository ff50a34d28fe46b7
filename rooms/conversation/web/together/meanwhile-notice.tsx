import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { Message } from '../use-thread.ts'
import './strings.ts'
import classes from './together.module.css'

interface Props {
  answered: Message
  /** One wanted to send already. */
  held: boolean
  onShow: () => void
  onSend: () => void
}

/** Somebody was faster: what they said, before one's own words go out. */
export function MeanwhileNotice({ answered, held, onShow, onSend }: Props) {
  const { t } = useTranslation('together')
  return (
    <div className={classes.meanwhile} role="alert">
      <IconMessages size={18} stroke={1.75} className={classes.mark} aria-hidden />
      <div className={classes.words}>
        <p className={classes.who}>
          {t(held ? 'held' : 'answered', { name: answered.author.name })} · <Time at={answered.sentAt} quiet />
        </p>
        <p className={classes.snippet}>{answered.text.replace(/\s+/g, ' ').slice(0, 200)}</p>
      </div>
      <span className={classes.ways}>
        <Button size="compact-sm" variant="default" onClick={onShow}>
          {t('show')}
        </Button>
        {held && (
          <Button size="compact-sm" onClick={onSend} autoFocus>
            {t('sendAnyway')}
          </Button>
        )}
      </span>
    </div>
  )
}
