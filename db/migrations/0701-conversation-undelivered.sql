-- Mails of messages that did not arrive, until they do or somebody says that they have seen it.
create table conversation.undelivered (
  outbox_id bigint primary key,
  ticket_number bigint not null references ticket.ticket on delete cascade,
  since timestamptz not null
);
-- Whether a ticket has any left.
create index undelivered_ticket on conversation.undelivered (ticket_number);
