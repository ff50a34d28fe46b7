import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconLink, IconListDetails, IconMailCode, IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { usePictureSenders } from './message/use-picture-senders.ts'
import type { Message } from './use-thread.ts'

const OriginDrawer = lazyPart(() => import('./origin/origin-drawer.tsx'), 'OriginDrawer')

/** What one rarely wants of a message, and then at once: a link to it, where it came from, its source. */
export function MessageMenu({ message, number }: { message: Message; number: number }) {
  const { t } = useTranslation('conversation')
  const [origin, setOrigin] = useState(false)
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
      {origin && <OriginDrawer message={message} number={number} onClose={() => setOrigin(false)} />}
    </>
  )
}
