import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { lazyScreen } from './lazy-screen.ts'
import { adminRoutes } from './screens/admin/index.tsx'
import { rememberWhereFrom } from './screens/ticket/came-from.ts'
import { FailedScreen, NotFoundScreen } from './shell/lost.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundScreen })
const asText = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)
const token = (search: Record<string, unknown>) => ({ token: asText(search.token) })
const doors = () => import('./screens/sign-in/doors.tsx')

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search) => ({ token: asText(search.token), to: asText(search.to) }),
  component: lazyScreen(doors, 'SignInScreen'),
})
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: token,
  component: lazyScreen(doors, 'SetUpScreen'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: token,
  component: lazyScreen(doors, 'InvitationScreen'),
})
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: token,
  component: lazyScreen(doors, 'NewPasswordScreen'),
})

const acknowledge = createRoute({
  getParentRoute: () => root,
  path: '/acknowledge',
  validateSearch: token,
  component: lazyScreen(doors, 'AcknowledgeScreen'),
})

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  component: Shell,
  notFoundComponent: NotFoundScreen,
})

const work = createRoute({
  getParentRoute: () => desk,
  id: 'work',
  validateSearch: (given: Record<string, unknown>) => given,
  component: lazyScreen(() => import('./screens/work/work-screen.tsx'), 'WorkScreen'),
})
const list = createRoute({ getParentRoute: () => work, path: '/' })
const ticket = createRoute({
  getParentRoute: () => work,
  path: 'tickets/$number',
  component: lazyScreen(() => import('./screens/ticket/ticket-screen.tsx'), 'TicketScreen'),
})
const search = createRoute({
  getParentRoute: () => desk,
  path: 'search',
  validateSearch: (given: Record<string, unknown>) => ({
    q: asText(given.q) ?? '',
    ...(given.order === 'newest' || given.order === 'best' ? { order: given.order } : {}),
  }),
  component: lazyScreen(() => import('./screens/search/search-screen.tsx'), 'SearchScreen'),
})
const newTicket = createRoute({
  getParentRoute: () => desk,
  path: 'new',
  validateSearch: (given: Record<string, unknown>) => ({ subject: asText(given.subject) }),
  component: lazyScreen(() => import('./screens/new-ticket/new-ticket-screen.tsx'), 'NewTicketScreen'),
})

const board = createRoute({
  getParentRoute: () => desk,
  path: 'board',
  validateSearch: (given: Record<string, unknown>) => (Number(given.team) > 0 ? { team: Number(given.team) } : {}),
  component: lazyScreen(() => import('./screens/board/board-screen.tsx'), 'BoardScreen'),
})

const matrix = createRoute({
  getParentRoute: () => desk,
  path: 'first',
  component: lazyScreen(() => import('./screens/board/matrix-screen.tsx'), 'MatrixScreen'),
})

const welcome = createRoute({
  getParentRoute: () => desk,
  path: 'welcome',
  component: lazyScreen(() => import('./screens/welcome/welcome-screen.tsx'), 'WelcomeScreen'),
})

const example = createRoute({
  getParentRoute: () => desk,
  path: 'welcome/example',
  component: lazyScreen(() => import('./screens/welcome/example-screen.tsx'), 'ExampleScreen'),
})

const onCall = createRoute({
  getParentRoute: () => desk,
  path: 'on-call',
  component: lazyScreen(() => import('./screens/on-call/on-call-screen.tsx'), 'OnCallScreen'),
})

const majors = createRoute({
  getParentRoute: () => desk,
  path: 'major-incidents',
  component: lazyScreen(() => import('./screens/on-call/major-screens.tsx'), 'MajorIncidentsScreen'),
})
const major = createRoute({
  getParentRoute: () => desk,
  path: 'major-incidents/$number',
  component: lazyScreen(() => import('./screens/on-call/major-screens.tsx'), 'MajorIncidentScreen'),
})

const escalations = createRoute({
  getParentRoute: () => desk,
  path: 'escalations',
  component: lazyScreen(() => import('./screens/on-call/escalations-screen.tsx'), 'EscalationsScreen'),
})

const profile = createRoute({
  getParentRoute: () => desk,
  path: 'profile',
  component: lazyScreen(() => import('./screens/profile/profile-screen.tsx'), 'ProfileScreen'),
})

const tree = root.addChildren([
  signIn,
  setUp,
  invitation,
  resetPassword,
  acknowledge,
  desk.addChildren([
    work.addChildren([list, ticket]),
    search,
    newTicket,
    board,
    matrix,
    welcome,
    example,
    onCall,
    escalations,
    majors,
    major,
    profile,
    ...adminRoutes(desk),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPreloadDelay: 40,
  defaultErrorComponent: FailedScreen,
  scrollRestoration: true,
})

rememberWhereFrom(router)
