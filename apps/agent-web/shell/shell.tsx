import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SignInAgain, useApplyPreferences, useMe } from '../../../rooms/people/web/index.ts'
import { onSignedOut } from '../../../web-kit/api/query-client.ts'
import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { startLive } from '../../../web-kit/live/socket.ts'
import { ErrorState } from '../../../web-kit/ui/states.tsx'
import { NoPermissionScreen } from './lost.tsx'
import classes from './shell.module.css'
import { ShellCommands } from './shell-commands.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

const AdminCommands = lazyPart(() => import('../screens/admin/admin-commands.tsx'), 'AdminCommands', null, 'silent')
const Palette = lazyPart(() => import('../../../web-kit/palette/palette.tsx'), 'Palette', null, 'silent')

/** The frame of the workspace: who is here, queues at the side, the screen beside them. */
export function Shell() {
  const { t } = useTranslation()
  const { me, stranger, error, refetch, can } = useMe()
  const path = useLocation({ select: (location) => location.pathname })
  // Only where one came from: the door's own address, while it is fetched, would send one there for ever.
  const [to] = useState(useLocation({ select: (location) => location.href }))
  const narrow = useMediaQuery('(width < 900px)', undefined, { getInitialValueInEffect: false })
  const [menu, setMenu] = useState(false)
  useApplyPreferences(me)
  useEffect(() => {
    if (me) startLive()
  }, [me])
  // A session that ended elsewhere shows here at the next answer: ask who is signed in, and offer the door.
  useEffect(() => (me && !stranger ? onSignedOut(() => void refetch()) : undefined), [me, stranger, refetch])
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere closes the menu
  useEffect(() => setMenu(false), [path])

  if (stranger && !me) return <Navigate to="/sign-in" search={{ to }} replace />
  if (error && !me) return <ErrorState error={error} retry={() => void refetch()} />
  if (!me) return <div className={classes.shell}>{!narrow && <div className={classes.blank} />}</div>
  if (!can('ticket.read')) return <NoPermissionScreen />
  return (
    <div className={classes.shell}>
      <a className="dk-skip" href="#content">
        {t('kit:skip')}
      </a>
      {narrow ? (
        <>
          <TopBar me={me} onMenu={() => setMenu(true)} />
          <Drawer
            opened={menu}
            onClose={() => setMenu(false)}
            size={290}
            withCloseButton={false}
            padding={0}
            title={null}
          >
            <Sidebar me={me} />
          </Drawer>
        </>
      ) : (
        <Sidebar me={me} />
      )}
      <div className={classes.place}>
        <Outlet />
      </div>
      <ShellCommands me={me} />
      {me.permissions.some((permission) => permission.includes('manage')) && <AdminCommands />}
      <Palette />
      {stranger && <SignInAgain me={me} />}
    </div>
  )
}
