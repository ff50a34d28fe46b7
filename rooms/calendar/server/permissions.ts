import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: Permission[] = [
  { name: 'calendar.read', doc: 'See business hours and holidays', roles: ['technician', 'lead', 'administrator'] },
  { name: 'calendar.manage', doc: 'Change business hours and holidays', roles: ['administrator'] },
]
