import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'conversation.askOutside',
    doc: 'forward tickets to people outside and write with them',
    roles: ['technician', 'lead', 'administrator'],
  },
  { name: 'conversation.manageCannedReplies', doc: 'change canned replies', roles: ['lead', 'administrator'] },
]
