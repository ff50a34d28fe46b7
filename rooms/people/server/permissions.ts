import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'people.read',
    doc: 'Find persons, organisations and teams',
    roles: ['technician', 'lead', 'administrator'],
  },
  {
    name: 'people.manage',
    doc: 'Add, change, invite and deactivate persons; manage organisations and teams',
    roles: ['administrator'],
  },
  {
    name: 'people.manageRoles',
    doc: 'Change roles and make API keys',
    roles: ['administrator'],
  },
  {
    name: 'platform.manage',
    doc: 'Change name, language and sign-up of the desk, and see how the program is doing',
    roles: ['administrator'],
  },
]
