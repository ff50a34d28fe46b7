import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endSession } from '../../../../rooms/people/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'

export function SignOut() {
  const { t } = useTranslation('portal')
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      await api(endSession, {})
      // A whole new page: nothing of the person stays in memory.
      location.assign('/')
    } catch (error) {
      setBusy(false)
      toast.problem(error as Error)
    }
  }
  return (
    <div>
      <Button variant="default" leftSection={<IconLogout size={18} />} loading={busy} onClick={leave}>
        {t('profile.signOut')}
      </Button>
    </div>
  )
}
