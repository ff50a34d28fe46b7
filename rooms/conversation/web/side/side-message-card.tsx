import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconMailCode } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AttachmentList } from '../../../../web-kit/ui/attachments.tsx'
import { MessageFrame } from '../../../../web-kit/ui/message-frame.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { SideConversation } from '../../contract/http.ts'
import { DeliveryState } from '../delivery-state.tsx'
import classes from './side.module.css'

interface Props {
  message: SideConversation['messages'][number]
  side: SideConversation
}

/** One message to or from outside. */
export function SideMessageCard({ message, side }: Props) {
  const { t } = useTranslation('side')
  const { author, delivery } = message
  const files = message.attachments.filter((file) => !file.inline)
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
      <MessageFrame html={message.html} title={t('messageBy', { name: author.name })} />
      {message.quotedHtml && (
        <details className={classes.fold}>
          <summary>{t(message.direction === 'out' ? 'forwarded' : 'quoted')}</summary>
          <MessageFrame html={message.quotedHtml} title={t(message.direction === 'out' ? 'forwarded' : 'quoted')} />
        </details>
      )}
      {files.length > 0 && (
        <div className={classes.files}>
          <AttachmentList files={files} />
        </div>
      )}
      {(delivery.state === 'failed' || delivery.state === 'uncertain') && delivery.error && (
        <p className={classes.failed}>{t('notSent', { why: delivery.error })}</p>
      )}
    </>
  )
}
