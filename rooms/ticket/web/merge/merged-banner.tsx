import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { Ticket } from '../use-ticket.ts'
import classes from './merge.module.css'
import { useMerge } from './use-merge.ts'

interface Props {
  ticket: Ticket
  link: (number: number, children: ReactNode) => ReactNode
}

/** Leads on from a merged ticket to the one that carries it on. */
export function MergedBanner({ ticket, link }: Props) {
  const { t } = useTranslation('merge')
  const { takeOut } = useMerge()
  const { merge, number } = ticket
  if (!merge) return null
  return (
    <div className={classes.banner} role="note">
      <IconArrowMerge size={18} stroke={1.75} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.onward}>
          {merge.subject === null ? (
            t('bannerHidden', { number: merge.number })
          ) : (
            <>
              {t('banner')} {link(merge.number, `#${merge.number} ${merge.subject}`)}
            </>
          )}
        </p>
        <p className={classes.help}>
          {t('how', { name: merge.by.name })}
          {merge.directly === merge.number ? '' : `, ${t('through', { number: merge.directly })}`} ·{' '}
          <Time at={merge.at} quiet />
          {merge.reason && `: ${merge.reason}`}
        </p>
      </div>
      {ticket.abilities.unmerge.allowed && (
        <Button
          size="compact-sm"
          variant="default"
          loading={takeOut.isPending}
          onClick={() => takeOut.mutate({ params: { number } })}
        >
          {t('takeOut')}
        </Button>
      )}
    </div>
  )
}
