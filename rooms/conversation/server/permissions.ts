import type { Permission } from '../../../platform/access/permission.ts'

const staff = ['technician', 'lead', 'administrator'] as const

export const permissions: readonly Permission[] = [
  { name: 'conversation.reply', doc: 'answer requesters', roles: staff },
  { name: 'conversation.note', doc: 'read and write internal notes', roles: staff },
  { name: 'conversation.manageCannedReplies', doc: 'change canned replies', roles: ['lead', 'administrator'] },
]
