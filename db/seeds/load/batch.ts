import type { Random } from '../random.ts'
import { Rows } from './copy.ts'
import type { Ids } from './people.ts'
import type { Scale } from './scale.ts'

export interface Batch {
  tickets: Rows
  watchers: Rows
  messages: Rows
  resolutions: Rows
  closures: Rows
  facts: Rows
}

export const emptyBatch = (): Batch => ({
  tickets: new Rows('ticket.ticket', [
    'number',
    'kind',
    'status',
    'status_since',
    'waiting_until',
    'subject',
    'channel',
    'requester_id',
    'reporter_id',
    'organisation_id',
    'team_id',
    'assignee_id',
    'service_id',
    'category_id',
    'impact',
    'urgency',
    'priority',
    'location',
    'tags',
    'created_at',
    'updated_at',
    'version',
  ]),
  watchers: new Rows('ticket.watcher', ['ticket_number', 'person_id', 'added_at']),
  messages: new Rows('conversation.message', [
    'id',
    'ticket_number',
    'kind',
    'direction',
    'author_id',
    'author_name',
    'subject',
    'text',
    'sent_at',
    'created_at',
  ]),
  resolutions: new Rows('resolution.resolution', [
    'id',
    'ticket_number',
    'cause',
    'action',
    'verification',
    'resolved_at',
    'resolved_by',
    'resolved_by_name',
  ]),
  closures: new Rows('resolution.closure', ['resolution_id', 'how', 'closed_at', 'closed_by_name']),
  facts: new Rows('platform.fact', [
    'name',
    'subject_kind',
    'subject_id',
    'at',
    'actor_kind',
    'actor_id',
    'actor_name',
    'data',
  ]),
})

export interface Teller {
  random: Random
  word: () => string
  scale: Scale
  ids: Ids
  people: { name(id: number): string; organisation(id: number): number | null }
  next: { ticket: number; message: number; resolution: number }
}
