-- What triggers ask of all tickets is looked at by a view over indexes that are there, so that a ticket which sets nothing off
-- writes nothing for it. The views are due rows of alarms: they cost one look-up a second, however many tickets there are.

-- Silence: a trigger goes through the tickets in the order in which they fall silent, and each stands behind it then.
create table escalation.silence (
  trigger_id bigint primary key references escalation.trigger on delete cascade,
  minutes integer not null check (minutes > 0),
  looked_to timestamptz not null default 'epoch',
  looked_to_number bigint not null default 0
);
create view escalation.silence_due as
  select s.trigger_id as id, (
    select t.updated_at + make_interval(mins => s.minutes) from ticket.ticket t
    where t.active and (t.updated_at, t.number) > (s.looked_to, s.looked_to_number)
    order by t.updated_at, t.number limit 1) as next_at
  from escalation.silence s;
insert into escalation.silence (trigger_id, minutes)
  select id, (rule #>> '{when,minutes}')::int from escalation.trigger
  where active and removed_at is null and rule #>> '{when,kind}' = 'idle';
drop table escalation.idle_watch;

-- Tickets that are like others: all new ones together, soon after the first of them.
create table escalation.crowd_look (
  id smallint primary key default 1 check (id = 1),
  looked_to bigint not null,
  -- Tickets above it that were looked at, while a lower number may still be in the making.
  beyond bigint[] not null default '{}',
  not_before timestamptz
);
insert into escalation.crowd_look (looked_to) select coalesce(max(number), 0) from ticket.ticket;
create view escalation.crowd_due as
  select l.id, (
    select greatest(t.created_at + interval '2 seconds', l.not_before) from ticket.ticket t
    where t.number > l.looked_to order by t.number limit 1) as next_at
  from escalation.crowd_look l
  where exists (select from escalation.trigger g
    where g.active and g.removed_at is null and g.rule #>> '{when,kind}' = 'similar');
