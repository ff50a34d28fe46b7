import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: Permission[] = [
  { name: 'intake.manage', doc: 'Manage mailboxes and see, retry and discard inbound mail.', roles: ['administrator'] },
  { name: 'intake.deliver', doc: 'Hand raw messages to the desk.', roles: ['technician', 'lead', 'administrator'] },
]
