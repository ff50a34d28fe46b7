-- Why: 0010-platform-checks.sql.

create function ticket.is_ticket(
  kind text, status text, waiting_until timestamptz, subject text, channel text, impact smallint, urgency smallint, priority text
) returns boolean language plpgsql immutable parallel safe as $$
begin
  return kind in ('incident', 'request', 'question', 'problem', 'change')
    and status in ('new', 'open', 'in_progress', 'waiting_requester', 'waiting_vendor', 'waiting_until', 'resolved', 'closed')
    and (status = 'waiting_until') = (waiting_until is not null)
    and length(subject) between 1 and 500
    and channel in ('email', 'portal', 'agent', 'api', 'phone', 'walk_in', 'chat', 'alert')
    and impact between 1 and 5
    and urgency between 1 and 5
    and priority in ('critical', 'high', 'moderate', 'low');
end $$;

alter table ticket.ticket
  drop constraint ticket_channel_check,
  drop constraint ticket_check,
  drop constraint ticket_impact_check,
  drop constraint ticket_kind_check,
  drop constraint ticket_priority_check,
  drop constraint ticket_status_check,
  drop constraint ticket_subject_check,
  drop constraint ticket_urgency_check,
  add constraint ticket_is_sound
    check (ticket.is_ticket(kind, status, waiting_until, subject, channel, impact, urgency, priority)) not valid;
