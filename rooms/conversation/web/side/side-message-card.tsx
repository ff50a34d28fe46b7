import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconMailCode } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageFrame } from '../../../../web-kit/ui/message-frame.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { SideConversation } from '../../contract/http.ts'
import { DeliveryState } from '../delivery-state.tsx'
import { DeliveryWhy } from '../delivery-why.tsx'
import { FileStrip } from '../files/file-strip.tsx'
import { looseFiles } from '../message/loose-files.ts'
import classes from './side.module.css'

interface Props {
  message: SideConversation['messages'][number]
  side: SideConversation
}

/** One message to or from outside. */
export function SideMessageCard({ message, side }: Props) {
  const { t } = useTranslation('side')
  const { author, delivery } = message
  const [shown, setShown] = useState<number>()
  const { attachments, html, quotedHtml } = message
  const loose = useMemo(() => looseFiles(attachments, html, quotedHtml), [attachments, html, quotedHtml])
  return (
    <>
      <div className={classes.by}>
        <b>{author.name}</b>
        {message.direction === 'in' && author.email && <span className={classes.dim}>{author.email}</span>}
        {message.automatic && <span className={classes.dim}>{t('automatic')}</span>}
        {!message.asked && <span className={classes.warn}>{t('stranger')}</span>}
        <span className={classes.end} />
        <DeliveryState delivery={delivery} />
        <Time at={message.sentAt} className={classes.dim} />
        {message.hasSource && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="sm" aria-label={t('moreOf', { name: author.name })}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconMailCode size={16} stroke={1.75} />}
                component="a"
                href={`/api/v1/tickets/${side.ticketNumber}/side-conversations/${side.id}/messages/${message.id}/source`}
                download={`answer-${message.id}.eml`}
              >
                {t('source')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <MessageFrame html={message.html} title={t('messageBy', { name: author.name })} onPicture={setShown} />
      {message.quotedHtml && (
        <details className={classes.fold}>
          <summary>{t(message.direction === 'out' ? 'forwarded' : 'quoted')}</summary>
          <MessageFrame
            html={message.quotedHtml}
            title={t(message.direction === 'out' ? 'forwarded' : 'quoted')}
            onPicture={setShown}
          />
        </details>
      )}
      <FileStrip loose={loose} files={attachments} shown={shown} onShow={setShown} />
      {(delivery.state === 'failed' || delivery.state === 'uncertain') && delivery.error && (
        <DeliveryWhy error={delivery.error} />
      )}
    </>
  )
}
