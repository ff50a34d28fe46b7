import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import type { BellProps } from './bell-props.ts'
import classes from './notices.module.css'
import './strings.ts'
import { useUnseen } from './use-notices.ts'

const NoticeList = lazyPart(() => import('./notice-list.tsx'), 'NoticeList')

/** What is new, on one button; the list opens below it. */
export function NoticeBell(props: BellProps) {
  const { t } = useTranslation('notices')
  const [open, setOpen] = useState(false)
  const unseen = useUnseen(props.personId)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={390} shadow="md" trapFocus returnFocus>
      <Indicator disabled={unseen === 0} size={15} offset={5} label={unseen > 9 ? '9+' : unseen}>
        <Popover.Target>
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={unseen > 0 ? t('bellNew', { count: unseen }) : t('bell')}
            aria-haspopup="dialog"
            onClick={() => setOpen(!open)}
          >
            <IconBell size={19} stroke={1.75} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className={classes.drop} aria-label={t('title')}>
        {open && <NoticeList {...props} unseen={unseen} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}
