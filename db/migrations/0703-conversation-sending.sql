-- The signature a technician uses in the place of the mailbox's, where that is allowed.
create table conversation.own_signature (
  person_id bigint primary key references people.person on delete cascade,
  text text not null check (length(text) between 1 and 2000),
  updated_at timestamptz not null
);

alter table conversation.draft add column bcc jsonb not null default '[]';
