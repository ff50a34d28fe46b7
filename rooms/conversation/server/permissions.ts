import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  { name: 'conversation.manageCannedReplies', doc: 'change canned replies', roles: ['lead', 'administrator'] },
]
