import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'major.declare',
    doc: 'declare major incidents and gather tickets under them',
    roles: ['technician', 'lead', 'administrator'],
  },
  { name: 'major.coordinate', doc: 'coordinate major incidents of others', roles: ['lead', 'administrator'] },
]
