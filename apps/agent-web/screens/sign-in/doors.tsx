import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageByLink } from '../../../../rooms/oncall/web/index.ts'
import { getDesk, type Me } from '../../../../rooms/people/contract/http.ts'
import {
  InvitationPanel,
  NewPasswordPanel,
  RedeemLinkPanel,
  SetUpPanel,
  SignInPanel,
  useSignedIn,
} from '../../../../rooms/people/web/index.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { DoorFrame } from './door-frame.tsx'

interface DoorSearch {
  token?: string
  to?: string
}
const useDoor = () => useSearch({ strict: false }) as DoorSearch

/** Only paths of this desk: a link must not lead people elsewhere after they signed in. */
const safePath = (to: string | undefined) => (to && /^\/(?![/\\])/.test(to) ? to : undefined)

function useEnter() {
  const signedIn = useSignedIn()
  const go = useNavigate()
  const to = safePath(useDoor().to)
  return (me: Me) => {
    signedIn(me)
    const target = to ?? (me.permissions.includes('ticket.read') ? '/desk' : '/')
    if (target.startsWith('/desk')) void go({ href: target })
    else location.assign(target)
  }
}

export function SignInScreen() {
  const { t } = useTranslation('agent')
  const { token } = useDoor()
  const enter = useEnter()
  const desk = useApi(getDesk, {})
  const title = desk.data?.organisationName
    ? t('door.signIn', { name: desk.data.organisationName })
    : t('door.signInPlain')
  return (
    <DoorFrame title={title}>
      {token ? <RedeemLinkPanel token={token} onSignedIn={enter} /> : <SignInPanel onSignedIn={enter} />}
    </DoorFrame>
  )
}

const NeedsToken = ({ token, children }: { token: string | undefined; children: (token: string) => ReactNode }) => {
  const { t } = useTranslation('agent')
  return token ? children(token) : <p>{t('door.noToken')}</p>
}

export function SetUpScreen() {
  const { t } = useTranslation('agent')
  const { token } = useDoor()
  const signedIn = useSignedIn()
  const go = useNavigate()
  return (
    <DoorFrame title={t('door.setUp')} lead={t('door.setUpLead')}>
      <NeedsToken token={token}>
        {(given) => (
          <SetUpPanel
            token={given}
            onDone={(me) => {
              signedIn(me)
              void go({ to: '/desk/welcome' })
            }}
          />
        )}
      </NeedsToken>
    </DoorFrame>
  )
}

export function InvitationScreen() {
  const { t } = useTranslation('agent')
  const { token } = useDoor()
  const enter = useEnter()
  return (
    <DoorFrame title={t('door.invitation')}>
      <NeedsToken token={token}>{(given) => <InvitationPanel token={given} onDone={enter} />}</NeedsToken>
    </DoorFrame>
  )
}

export function NewPasswordScreen() {
  const { t } = useTranslation('agent')
  const { token } = useDoor()
  const go = useNavigate()
  return (
    <DoorFrame title={t('door.newPassword')}>
      <NeedsToken token={token}>
        {(given) => (
          <NewPasswordPanel
            token={given}
            onDone={() => {
              toast.done(t('door.passwordSet'))
              void go({ to: '/sign-in' })
            }}
          />
        )}
      </NeedsToken>
    </DoorFrame>
  )
}

/** What the link in a page opens; it works without signing in. */
export function AcknowledgeScreen() {
  const { t } = useTranslation('agent')
  const { token } = useDoor()
  return (
    <DoorFrame title={t('door.paged')}>
      <NeedsToken token={token}>{(given) => <PageByLink token={given} />}</NeedsToken>
    </DoorFrame>
  )
}
