import type { Permission } from '../../../platform/access/permission.ts'

const staff = ['technician', 'lead', 'administrator'] as const

export const permissions: readonly Permission[] = [
  { name: 'ticket.create', doc: 'ask for help', roles: ['requester', ...staff] },
  { name: 'ticket.createForOthers', doc: 'open tickets for other people', roles: staff },
  { name: 'ticket.readOwn', doc: 'see and answer one’s own tickets', roles: ['requester', ...staff] },
  { name: 'ticket.read', doc: 'see the tickets of all teams but private ones of others', roles: staff },
  { name: 'ticket.update', doc: 'change fields, status, watchers and links of tickets', roles: staff },
  { name: 'ticket.assign', doc: 'give tickets to teams and persons', roles: staff },
  { name: 'ticket.reply', doc: 'answer requesters', roles: staff },
  { name: 'ticket.note', doc: 'read and write internal notes', roles: staff },
  { name: 'ticket.resolve', doc: 'resolve tickets', roles: staff },
]
