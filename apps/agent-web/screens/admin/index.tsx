import { type AnyRoute, createRoute, type RouteComponent } from '@tanstack/react-router'
import { lazyScreen } from '../../lazy-screen.ts'

const help = () => import('./help-screens.tsx')
const people = () => import('./people-screens.tsx')
const escalation = () => import('./escalation-screens.tsx')
const routing = () => import('./routing-screens.tsx')
const sla = () => import('./sla-screens.tsx')
const oncall = () => import('./oncall-screens.tsx')
const notices = () => import('./notice-screens.tsx')
const channels = () => import('./channel-screens.tsx')
const edit = ({ edit }: Record<string, unknown>) => ({
  edit: typeof edit === 'string' || typeof edit === 'number' ? String(edit) : undefined,
})

/** The administration's routes under `/desk/admin`; each screen is fetched when it is opened. */
export function adminRoutes(desk: AnyRoute): AnyRoute[] {
  const admin = createRoute({
    getParentRoute: () => desk,
    path: 'admin',
    validateSearch: edit,
    component: lazyScreen(() => import('./admin-screen.tsx'), 'AdminScreen'),
  })
  const screen = (path: string, component: RouteComponent) =>
    createRoute({ getParentRoute: () => admin, path, component })
  return [
    admin.addChildren([
      screen(
        '/',
        lazyScreen(() => import('./overview-screen.tsx'), 'OverviewScreen'),
      ),
      screen('services', lazyScreen(help, 'ServicesScreen')),
      screen('services/$id', lazyScreen(help, 'ServiceScreen')),
      screen('categories', lazyScreen(help, 'CategoriesScreen')),
      screen('priorities', lazyScreen(help, 'PrioritiesScreen')),
      screen('rules', lazyScreen(routing, 'RulesScreen')),
      screen('routing', lazyScreen(routing, 'TeamRoutingScreen')),
      screen('servicelevels', lazyScreen(sla, 'ServiceLevelsScreen')),
      screen('agreements', lazyScreen(sla, 'AgreementsScreen')),
      screen('calendars', lazyScreen(sla, 'CalendarsScreen')),
      screen('paths', lazyScreen(escalation, 'PathsScreen')),
      screen('triggers', lazyScreen(escalation, 'TriggersScreen')),
      screen('schedules', lazyScreen(oncall, 'SchedulesScreen')),
      screen('ladders', lazyScreen(oncall, 'LaddersScreen')),
      screen('providers', lazyScreen(oncall, 'ProvidersScreen')),
      screen('replies', lazyScreen(help, 'RepliesScreen')),
      screen('people', lazyScreen(people, 'PeopleScreen')),
      screen('organisations', lazyScreen(people, 'OrganisationsScreen')),
      screen('teams', lazyScreen(people, 'TeamsScreen')),
      screen('roles', lazyScreen(people, 'RolesScreen')),
      screen('roles/$id', lazyScreen(people, 'RoleScreen')),
      screen('invitations', lazyScreen(people, 'InvitationsScreen')),
      screen(
        'settings',
        lazyScreen(() => import('./settings/settings-screen.tsx'), 'SettingsScreen'),
      ),
      screen('desk', lazyScreen(people, 'DeskScreen')),
      screen('keys', lazyScreen(people, 'KeysScreen')),
      screen('doors', lazyScreen(channels, 'DoorsScreen')),
      screen('mailboxes', lazyScreen(channels, 'MailboxesScreen')),
      screen('inbound', lazyScreen(channels, 'InboundScreen')),
      screen('mails', lazyScreen(channels, 'MailsScreen')),
      screen('chats', lazyScreen(notices, 'ChatsScreen')),
      screen('outbox', lazyScreen(channels, 'OutboxScreen')),
    ]),
  ]
}
