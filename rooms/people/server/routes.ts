import type { Route } from '../../../platform/http/on.ts'
import { deskRoutes } from './routes-desk.ts'
import { personRoutes } from './routes-persons.ts'
import { roleRoutes } from './routes-roles.ts'
import { sessionRoutes } from './routes-session.ts'

export const routes: readonly Route[] = [...sessionRoutes, ...personRoutes, ...roleRoutes, ...deskRoutes]
