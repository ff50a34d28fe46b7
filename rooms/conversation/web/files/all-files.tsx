import { Button } from '@mantine/core'
import { IconFolderDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../../web-kit/api/api.ts'
import { getTicketFiles } from '../../contract/http.ts'
import type { Message } from '../use-thread.ts'
import classes from './file-strip.module.css'
import './strings.ts'

/** The files of all messages in one archive, once more than one message has some. */
export function AllFiles({ number, messages }: { number: number; messages: readonly Message[] }) {
  const { t } = useTranslation('files')
  const having = messages.filter((message) => message.id > 0 && message.attachments.some((file) => !file.inline))
  if (having.length < 2) return null
  return (
    <p className={classes.ofTicket}>
      <Button
        component="a"
        href={urlOf(getTicketFiles, { params: { number } })}
        download
        size="compact-sm"
        variant="subtle"
        leftSection={<IconFolderDown size={15} stroke={1.75} />}
      >
        {t('downloadTicket')}
      </Button>
    </p>
  )
}
