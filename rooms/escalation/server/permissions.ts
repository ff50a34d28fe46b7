import type { Permission } from '../../../platform/access/permission.ts'

export const permissions: readonly Permission[] = [
  {
    name: 'escalation.escalate',
    doc: 'hand tickets up, accept and return them',
    roles: ['technician', 'lead', 'administrator'],
  },
  {
    name: 'escalation.override',
    doc: 'move tickets up without a hand-off, and accept or return for other teams',
    roles: ['lead', 'administrator'],
  },
  {
    name: 'escalation.manage',
    doc: 'change escalation paths, triggers and on-call schedules',
    roles: ['administrator'],
  },
]
