-- Who wants no more mail about a ticket they had in Cc: an answer to all does not bring them back.
create table if not exists conversation.mail_stopped (
  ticket_number bigint not null references ticket.ticket on delete cascade,
  person_id bigint not null references people.person on delete cascade,
  stopped_at timestamptz not null,
  primary key (ticket_number, person_id)
);
-- Deleting a person looks for them here.
create index if not exists mail_stopped_person on conversation.mail_stopped (person_id);
