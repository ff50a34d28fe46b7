import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { leavePush } from '../../../../web-kit/app/own-push.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { endSession } from '../../contract/http-session.ts'

export function SignOut() {
  const { t } = useTranslation('profile')
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      await leavePush()
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
        {t('signOut')}
      </Button>
    </div>
  )
}
