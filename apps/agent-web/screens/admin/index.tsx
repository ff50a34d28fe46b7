import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

/** The administration's routes under `/desk/admin`; each screen is fetched when it is opened. */
export function adminRoutes(desk: AnyRoute): AnyRoute[] {
  const admin = createRoute({
    getParentRoute: () => desk,
    path: 'admin',
    component: lazyRouteComponent(() => import('./admin-screen.tsx'), 'AdminScreen'),
  })
  return [admin]
}
