import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'oncall.use',
    doc: 'see who is on call, page them, take over and swap',
    roles: ['technician', 'lead', 'administrator'],
  },
  { name: 'oncall.lead', doc: 'change the on-call times of others', roles: ['lead', 'administrator'] },
  { name: 'oncall.manage', doc: 'change on-call schedules, ladders and providers', roles: ['administrator'] },
]
