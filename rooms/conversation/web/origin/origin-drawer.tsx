import { Button, Group } from '@mantine/core'
import { IconCheck, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { dateAndTime, fileSize } from '../../../../web-kit/i18n/formats.ts'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { getMessageOrigin, getMessageSource } from '../../contract/http.ts'
import { DeliveryWhy } from '../delivery-why.tsx'
import { everybody } from '../delivery-words.ts'
import type { Message } from '../use-thread.ts'
import { HeaderList } from './header-list.tsx'
import { HopList } from './hop-list.tsx'
import classes from './origin-drawer.module.css'
import { RawSource } from './raw-source.tsx'
import './strings.ts'

interface Props {
  message: Message
  number: number
  onClose: () => void
}

/** Where a message came from or went to: what became of it, which servers it passed, its whole header. */
export function OriginDrawer({ message, number, onClose }: Props) {
  const { t } = useTranslation('origin')
  const origin = useApi(getMessageOrigin, { params: { number, id: message.id } })
  return (
    <EditorDrawer opened onClose={onClose} title={t('title')} size={680}>
      <div className={classes.parts}>
        <Delivery message={message} />
        {origin.isPending && <TextSkeleton lines={8} />}
        {origin.error && <ErrorState error={origin.error} retry={() => void origin.refetch()} />}
        {origin.data && (
          <>
            <Folding title={t('way')}>
              {origin.data.hops.length > 0 ? (
                <HopList hops={origin.data.hops} />
              ) : (
                <p className={classes.dim}>{t('noWay')}</p>
              )}
            </Folding>
            <Folding title={t('header')}>
              <HeaderList headers={origin.data.headers} />
            </Folding>
          </>
        )}
        <Folding title={t('source')} open={false}>
          <RawSource number={number} messageId={message.id} />
        </Folding>
        <Group justify="space-between">
          <span className={classes.dim}>{origin.data?.size ? `${t('size')}: ${fileSize(origin.data.size)}` : ''}</span>
          <Button
            component="a"
            variant="default"
            href={urlOf(getMessageSource, { params: { number, id: message.id } })}
            download={`message-${message.id}.eml`}
            leftSection={<IconDownload size={16} />}
          >
            {t('download')}
          </Button>
        </Group>
      </div>
    </EditorDrawer>
  )
}

function Delivery({ message: { delivery, recipients } }: { message: Message }) {
  const { t } = useTranslation('origin')
  if (delivery.state === 'none' && !recipients) return null
  const all = recipients ? everybody(recipients) : []
  return (
    <Folding title={t(delivery.state === 'none' ? 'recipients' : 'delivery')}>
      {delivery.state !== 'none' && (
        <p className={classes.fate} data-state={delivery.state}>
          <strong>{t(`conversation:delivery.${delivery.state}`)}</strong>
          {delivery.at && ` · ${dateAndTime(new Date(delivery.at))}`}
          {delivery.attempts > 1 && ` · ${t('attempts', { count: delivery.attempts })}`}
          {delivery.dueAt && ` · ${t('next')}: ${dateAndTime(new Date(delivery.dueAt))}`}
        </p>
      )}
      {delivery.error && <DeliveryWhy error={delivery.error} />}
      {delivery.smtpCode && <p className={classes.dim}>{t('code', { code: delivery.smtpCode })}</p>}
      {all.length === 0 && <p className={classes.dim}>{t('nobody')}</p>}
      <ul className={classes.people}>
        {all.map((one) => (
          <li key={one.email}>
            {one.name ? `${one.name} ` : ''}
            <span className={classes.dim}>{one.email}</span>
            {delivery.state !== 'none' && one.delivered && (
              <span className={classes.got}>
                <IconCheck size={14} aria-hidden /> {t('got')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Folding>
  )
}
