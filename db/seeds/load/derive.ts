import type pg from 'pg'
import type { Db } from '../../../platform/db/index.ts'
import { rebuildDocuments } from '../../../rooms/desk/server/index.ts'

/** What commands would have kept beside the tickets: made from them in one statement each. */
const derived: [string, string][] = [
  [
    'assessments',
    `insert into triage.assessment (ticket_number, impact, urgency, priority, matrix_version, assessed_at)
     select t.number, t.impact, t.urgency, t.priority, m.version, t.created_at from ticket.ticket t, catalog.matrix m
     on conflict do nothing`,
  ],
  [
    'fingerprints of recent tickets',
    `insert into triage.fingerprint (ticket_number, words, opened_at)
     select t.number, triage.words_of(t.subject, m.text), t.created_at
     from ticket.ticket t join lateral (
       select text from conversation.message where ticket_number = t.number order by id limit 1) m on true
     where t.active or t.created_at >= now() - interval '45 days' or t.status_since >= now() - interval '30 days'
     on conflict do nothing`,
  ],
  [
    'what happens by itself later',
    `select count(*) from graphile_worker.add_jobs(array(
       select ('wake a waiting ticket', json_build_object('ticketNumber', number), null, waiting_until, null,
         'wake ticket ' || number, null, null)::graphile_worker.job_spec
       from ticket.ticket where active and status = 'waiting_until'
       union all
       select ('close a resolved ticket', json_build_object('resolutionId', r.id), null, r.resolved_at + interval '7 days', null,
         'close ticket ' || t.number, null, null)::graphile_worker.job_spec
       from ticket.ticket t join resolution.resolution r on r.ticket_number = t.number and r.withdrawn_at is null
       where t.status = 'resolved'))`,
  ],
]

export async function deriveTables(db: Db, client: pg.ClientBase, tell: (line: string) => void): Promise<void> {
  for (const [what, statement] of derived) {
    await client.query(statement)
    tell(what)
  }
  await rebuildDocuments(db, tell)
  tell('search documents')
  await client.query('analyze')
  tell('statistics gathered')
}
