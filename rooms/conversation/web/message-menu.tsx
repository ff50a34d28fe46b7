import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsSplit, IconDots, IconLink, IconListDetails, IconMailCode, IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import './split/strings.ts'
import { usePictureSenders } from './message/use-picture-senders.ts'
import type { Message } from './use-thread.ts'

const SplitDialog = lazyPart(() => import('./split/split-dialog.tsx'), 'SplitDialog')
const OriginDrawer = lazyPart(() => import('./origin/origin-drawer.tsx'), 'OriginDrawer')

interface Props {
  message: Message
  number: number
  /** Called with the ticket that the message became; left out where it cannot become one. */
  onSplit?: ((number: number) => void) | undefined
}

/** What one rarely wants of a message, and then at once: a link to it, where it came from, its source. */
export function MessageMenu({ message, number, onSplit }: Props) {
  const { t } = useTranslation('conversation')
  const [origin, setOrigin] = useState(false)
  const [splitting, setSplitting] = useState(false)
  const senders = usePictureSenders(message.author)
  const icon = { size: 16, stroke: 1.75 }
  const { name } = message.author
  const copy = () => {
    const link = `${location.origin}${location.pathname}#m${message.id}`
    navigator.clipboard.writeText(link).then(
      () => toast.done(t('linkCopied')),
      () => toast.problem(new Error(link) as never),
    )
  }
  if (message.id < 0) return null
  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('moreOf', { name })}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={copy}>
            {t('copyLink')}
          </Menu.Item>
          {onSplit && message.kind === 'reply' && (
            <Menu.Item leftSection={<IconArrowsSplit {...icon} />} onClick={() => setSplitting(true)}>
              {t('split:menu')}
            </Menu.Item>
          )}
          {message.hasSource && (
            <>
              <Menu.Item leftSection={<IconListDetails {...icon} />} onClick={() => setOrigin(true)}>
                {t('origin')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconMailCode {...icon} />}
                component="a"
                href={`/api/v1/tickets/${number}/messages/${message.id}/source`}
                download={`message-${message.id}.eml`}
              >
                {t('source')}
              </Menu.Item>
            </>
          )}
          {message.pictures === 'allowed' && (
            <Menu.Item leftSection={<IconPhotoOff {...icon} />} onClick={senders.forbid}>
              {t('message:neverAgain', { name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {splitting && onSplit && (
        <SplitDialog message={message} number={number} onClose={() => setSplitting(false)} onSplit={onSplit} />
      )}
      {origin && <OriginDrawer message={message} number={number} onClose={() => setOrigin(false)} />}
    </>
  )
}
