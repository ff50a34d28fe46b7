import { type ReactNode, useEffect } from 'react'
import { SignInAgain, useApplyPreferences, useMe } from '../../rooms/people/web/index.ts'
import { onSignedOut } from '../../web-kit/api/query-client.ts'
import { lazyPart } from '../../web-kit/app/lazy-part.tsx'
import { startLive } from '../../web-kit/live/socket.ts'
import { ErrorState, TextSkeleton } from '../../web-kit/ui/states.tsx'
import { HomeScreen } from './screens/home/home-screen.tsx'
import { Frame } from './shell/frame.tsx'
import { Lost } from './shell/lost.tsx'
import { matchPath, usePlace } from './shell/router.ts'

const waiting = <TextSkeleton lines={6} />
const WelcomeScreen = lazyPart(() => import('./screens/welcome/welcome-screen.tsx'), 'WelcomeScreen')
const AskScreen = lazyPart(() => import('./screens/ask/ask-screen.tsx'), 'AskScreen', waiting)
const SentScreen = lazyPart(() => import('./screens/ask/sent-screen.tsx'), 'SentScreen', waiting)
const TicketsScreen = lazyPart(() => import('./screens/tickets/tickets-screen.tsx'), 'TicketsScreen', waiting)
const TicketScreen = lazyPart(() => import('./screens/ticket/ticket-screen.tsx'), 'TicketScreen', waiting)
const ProfileScreen = lazyPart(() => import('./screens/profile/profile-screen.tsx'), 'ProfileScreen', waiting)
const StopScreen = lazyPart(() => import('./screens/stop/stop-screen.tsx'), 'StopScreen', waiting)
const ConfirmScreen = lazyPart(() => import('./screens/confirm/confirm-screen.tsx'), 'ConfirmScreen', waiting)

type Screen = (values: Record<string, string>) => ReactNode

/** Every page of the portal. */
const screens: ReadonlyArray<readonly [pattern: string, screen: Screen]> = [
  ['/', () => <HomeScreen />],
  ['/ask', () => <AskScreen />],
  ['/ask/:service', ({ service }) => <AskScreen key={service} serviceId={Number(service)} />],
  ['/tickets', () => <TicketsScreen />],
  ['/tickets/:number', ({ number }) => <TicketScreen key={number} number={Number(number)} />],
  ['/tickets/:number/sent', ({ number }) => <SentScreen number={Number(number)} />],
  ['/profile', () => <ProfileScreen />],
]

export function App() {
  const { path } = usePlace()
  const confirmation = matchPath('/r/:token', path)
  const stop = matchPath('/stop/:token', path)
  // The links from a mail work without signing in, whoever uses this browser.
  if (stop?.token) {
    return (
      <Frame>
        <StopScreen token={stop.token} />
      </Frame>
    )
  }
  if (confirmation?.token) {
    return (
      <Frame>
        <ConfirmScreen token={confirmation.token} />
      </Frame>
    )
  }
  return <SignedIn path={path} />
}

function SignedIn({ path }: { path: string }) {
  const { me, stranger, error, refetch } = useMe()
  useApplyPreferences(me)
  useEffect(() => {
    if (me) startLive()
  }, [me])
  // A session that ended elsewhere shows at the next answer: ask who is signed in, and offer the door.
  useEffect(() => (me && !stranger ? onSignedOut(() => void refetch()) : undefined), [me, stranger, refetch])
  if (stranger && !me) return <WelcomeScreen />
  if (error && !me) return <Frame>{<ErrorState page error={error} retry={refetch} />}</Frame>
  if (!me) return <Frame />
  for (const [pattern, screen] of screens) {
    const values = matchPath(pattern, path)
    if (values)
      return (
        <Frame me={me}>
          {screen(values)}
          {stranger && <SignInAgain me={me} first="link" />}
        </Frame>
      )
  }
  return (
    <Frame me={me}>
      <Lost />
    </Frame>
  )
}
