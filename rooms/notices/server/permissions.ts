import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  { name: 'notices.manage', doc: 'choose which chats are told what happens', roles: ['administrator'] },
]
