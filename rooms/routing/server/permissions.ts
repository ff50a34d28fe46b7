import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'routing.take',
    doc: 'take the next ticket, say when one is away, and see who is',
    roles: ['technician', 'lead', 'administrator'],
  },
  {
    name: 'routing.leadTeam',
    doc: 'say how one’s teams give out tickets, and who of them is away',
    roles: ['lead', 'administrator'],
  },
  { name: 'routing.manage', doc: 'change the rules and how every team gives out tickets', roles: ['administrator'] },
]
