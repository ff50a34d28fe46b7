create schema triage;

-- Why a ticket has its priority: the impact and urgency it was computed from, and when. Tickets without a row (loaded in
-- bulk) are explained by their own columns.
create table triage.assessment (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  impact smallint not null check (impact between 1 and 5),
  urgency smallint not null check (urgency between 1 and 5),
  priority text not null check (priority in ('critical', 'high', 'moderate', 'low')),
  matrix_version integer not null,
  assessed_at timestamptz not null
);

-- A priority that a person set against the matrix, with their reason. Withdrawn: the row is gone, the fact stays.
create table triage.override (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  priority text not null check (priority in ('critical', 'high', 'moderate', 'low')),
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  by_id bigint references people.person,
  by_name text not null,
  overridden_at timestamptz not null
);

-- Tickets that are spam: closed quietly, and nobody is mailed about them.
create table triage.spam (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  status_before text not null,
  by_id bigint references people.person,
  by_name text not null,
  marked_at timestamptz not null
);

-- The words of recent tickets, to find those that say the same. Swept when a ticket has long been solved, so that it stays
-- small however many tickets there ever were.
create table triage.fingerprint (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  words tsvector not null,
  opened_at timestamptz not null
);
-- Tickets that share rare words.
create index fingerprint_words on triage.fingerprint using gin (words);
-- The sweep.
create index fingerprint_age on triage.fingerprint (opened_at);
-- Which words are common is read from the statistics of this column; more of them than by default.
alter table triage.fingerprint alter column words set statistics 500;

create function triage.words_of(subject text, body text) returns tsvector language sql stable parallel safe as $$
  select to_tsvector('english', public.unaccent(left(subject, 500) || ' ' || left(coalesce(body, ''), 2000)))
$$;
