import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

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
    component: lazyRouteComponent(() => import('./admin-screen.tsx'), 'AdminScreen'),
  })
  const screen = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => admin, path, component })
  return [
    admin.addChildren([
      screen(
        '/',
        lazyRouteComponent(() => import('./overview-screen.tsx'), 'OverviewScreen'),
      ),
      screen('services', lazyRouteComponent(help, 'ServicesScreen')),
      screen('services/$id', lazyRouteComponent(help, 'ServiceScreen')),
      screen('categories', lazyRouteComponent(help, 'CategoriesScreen')),
      screen('priorities', lazyRouteComponent(help, 'PrioritiesScreen')),
      screen('rules', lazyRouteComponent(routing, 'RulesScreen')),
      screen('routing', lazyRouteComponent(routing, 'TeamRoutingScreen')),
      screen('servicelevels', lazyRouteComponent(sla, 'ServiceLevelsScreen')),
      screen('agreements', lazyRouteComponent(sla, 'AgreementsScreen')),
      screen('calendars', lazyRouteComponent(sla, 'CalendarsScreen')),
      screen('paths', lazyRouteComponent(escalation, 'PathsScreen')),
      screen('triggers', lazyRouteComponent(escalation, 'TriggersScreen')),
      screen('schedules', lazyRouteComponent(oncall, 'SchedulesScreen')),
      screen('ladders', lazyRouteComponent(oncall, 'LaddersScreen')),
      screen('providers', lazyRouteComponent(oncall, 'ProvidersScreen')),
      screen('replies', lazyRouteComponent(help, 'RepliesScreen')),
      screen('people', lazyRouteComponent(people, 'PeopleScreen')),
      screen('organisations', lazyRouteComponent(people, 'OrganisationsScreen')),
      screen('teams', lazyRouteComponent(people, 'TeamsScreen')),
      screen('roles', lazyRouteComponent(people, 'RolesScreen')),
      screen('roles/$id', lazyRouteComponent(people, 'RoleScreen')),
      screen('invitations', lazyRouteComponent(people, 'InvitationsScreen')),
      screen(
        'settings',
        lazyRouteComponent(() => import('./settings/settings-screen.tsx'), 'SettingsScreen'),
      ),
      screen('desk', lazyRouteComponent(people, 'DeskScreen')),
      screen('keys', lazyRouteComponent(people, 'KeysScreen')),
      screen('doors', lazyRouteComponent(channels, 'DoorsScreen')),
      screen('mailboxes', lazyRouteComponent(channels, 'MailboxesScreen')),
      screen('inbound', lazyRouteComponent(channels, 'InboundScreen')),
      screen('mails', lazyRouteComponent(channels, 'MailsScreen')),
      screen('chats', lazyRouteComponent(notices, 'ChatsScreen')),
      screen('outbox', lazyRouteComponent(channels, 'OutboxScreen')),
    ]),
  ]
}
