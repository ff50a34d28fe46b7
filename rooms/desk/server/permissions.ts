import type { Permission } from '../../../platform/access/permission.ts'

const staff = ['technician', 'lead', 'administrator'] as const

export const permissions: readonly Permission[] = [
  { name: 'desk.search', doc: 'search the tickets one may see', roles: ['requester', ...staff] },
  { name: 'desk.views', doc: 'use work lists and save views of one’s own', roles: staff },
  { name: 'desk.shareViews', doc: 'share views, and change the shared ones', roles: ['lead', 'administrator'] },
  {
    name: 'desk.board',
    doc: 'open the board of a team: who has what, and who is away',
    roles: ['lead', 'administrator'],
  },
  { name: 'desk.bulkChange', doc: 'change many tickets at once', roles: staff },
]
