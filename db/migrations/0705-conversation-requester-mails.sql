-- Tickets that wait for their requester: when they are reminded next. A row is gone once the ticket waits no longer.
create table conversation.requester_wait (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  since timestamptz not null,
  -- What is done next: 0 says that it waits, 1 and 2 remind.
  step int not null default 0 check (step between 0 and 2),
  -- null: nothing more is sent.
  next_at timestamptz
);
-- Looked at every second for what is due.
create index requester_wait_next on conversation.requester_wait (next_at) where next_at is not null;

-- When the requester was told last that, and by whom, their ticket should be solved; and when they are told next.
create table conversation.estimate_notice (
  ticket_number bigint primary key references ticket.ticket on delete cascade,
  told_estimate timestamptz,
  told_assignee_id bigint,
  next_at timestamptz
);
-- Looked at every second for what is due.
create index estimate_notice_next on conversation.estimate_notice (next_at) where next_at is not null;
