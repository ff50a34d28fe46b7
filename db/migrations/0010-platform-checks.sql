-- Every write reads the constraints of its table from the catalogue and prepares them anew; a list of words in one of them
-- costs more than the row. Behind a function they are prepared once per connection. The rows that are there kept the same rules
-- until now, so they are not looked through again.

create function platform.is_fact(actor_kind text) returns boolean language plpgsql immutable parallel safe as $$
begin
  return actor_kind in ('person', 'api-key', 'system', 'anonymous');
end $$;

alter table platform.fact
  drop constraint fact_actor_kind_check,
  add constraint fact_is_sound check (platform.is_fact(actor_kind)) not valid;

create function platform.is_outgoing(message_id text, state text, next_attempt_at timestamptz) returns boolean language plpgsql immutable parallel safe as $$
begin
  return length(message_id) between 3 and 990
    and state in ('queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn')
    and (state <> 'queued' or next_attempt_at is not null);
end $$;

alter table platform.outbox
  drop constraint outbox_check,
  drop constraint outbox_message_id_check,
  drop constraint outbox_state_check,
  add constraint outbox_is_sound check (platform.is_outgoing(message_id, state, next_attempt_at)) not valid;
