import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  opened: boolean
  title: string
  onClose: () => void
  size?: number
  children: ReactNode
}

/** A form at the side of the list it belongs to; the whole screen on a phone. */
export function EditorDrawer({ opened, title, onClose, size = 520, children }: Props) {
  const { t } = useTranslation('kit')
  const narrow = useMediaQuery('(width < 700px)', undefined, { getInitialValueInEffect: false })
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={narrow ? '100%' : size}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      // Its header is no banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      styles={{ body: { paddingTop: 10 } }}
    >
      {children}
    </Drawer>
  )
}
