import { Anchor, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../../web-kit/api/use-api.ts'
import { getMe, type Me } from '../contract/http-session.ts'
import { SignInPanel } from './sign-in-panel.tsx'
import { useMe } from './use-me.ts'

/** Over a page whose session ended while somebody worked in it: they sign in again, and go on where they were. */
export function SignInAgain({ me, first = 'password' }: { me: Me; first?: 'password' | 'link' }) {
  const { t } = useTranslation('people')
  const cache = useQueryClient()
  const { refetch } = useMe()
  // Where the keys went goes on taking them afterwards.
  const [before] = useState(() => document.activeElement)
  useEffect(() => () => (before instanceof HTMLElement && before.isConnected ? before.focus() : undefined), [before])
  const goOn = (next: Me) => {
    // What stands on the page belongs to whom it was shown to.
    if (next.id !== me.id) return location.reload()
    cache.setQueryData(keyOf(getMe, {}), next)
    void cache.invalidateQueries()
  }
  useEffect(() => {
    // An e-mailed link opens elsewhere in this browser; coming back finds the new session.
    const look = async () => {
      const { data, isSuccess } = await refetch()
      if (isSuccess && data && data.id !== me.id) location.reload()
    }
    const come = () => void look()
    addEventListener('focus', come)
    return () => removeEventListener('focus', come)
  }, [refetch, me.id])
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signIn.againTitle')}
      centered
      size="sm"
    >
      <Stack gap="md">
        <Text size="sm">{t('signIn.again')}</Text>
        <SignInPanel first={first} email={me.email ?? undefined} onSignedIn={goOn} />
        <Anchor href="/sign-in" size="sm" ta="center">
          {t('signIn.asOther')}
        </Anchor>
      </Stack>
    </Modal>
  )
}
