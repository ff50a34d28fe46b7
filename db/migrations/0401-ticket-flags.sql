-- What somebody should look at on a ticket, raised by the rooms that know of it: a mail that could not be delivered.
create table ticket.flag (
  ticket_number bigint not null references ticket.ticket on delete cascade,
  name text not null check (name ~ '^[a-z_]{1,40}$'),
  since timestamptz not null,
  primary key (ticket_number, name)
);
-- The tickets that carry one: few of all.
create index flag_name on ticket.flag (name, ticket_number);
