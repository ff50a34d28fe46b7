-- The open tickets of a desk that was there before clocks were get theirs once, by a job that an alarm queues after the upgrade.
-- Without it each would get clocks when it changes next, and those that nobody touches never.
create table sla.upgrade (
  id smallint primary key default 1 check (id = 1),
  -- Null once the job is queued, and in a desk that began with clocks.
  next_at timestamptz
);
insert into sla.upgrade (next_at)
  select case when exists (select from ticket.ticket t where t.active
    and not exists (select from sla.choice c where c.ticket_number = t.number)) then now() end;
