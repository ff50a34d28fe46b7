import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: Permission[] = [
  { name: 'sla.read', doc: 'See service levels and try them on past tickets', roles: ['lead', 'administrator'] },
  { name: 'sla.manage', doc: 'Change service levels and what teams owe', roles: ['administrator'] },
]
