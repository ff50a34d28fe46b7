-- Why: 0010-platform-checks.sql.

create function intake.is_item(state text, ticket_number bigint) returns boolean language plpgsql immutable parallel safe as $$
begin
  return state in ('received', 'filed', 'duplicate', 'ignored', 'failed', 'held', 'discarded')
    and (state <> 'filed' or ticket_number is not null);
end $$;

alter table intake.item
  drop constraint item_check,
  drop constraint item_state_check,
  add constraint item_is_sound check (intake.is_item(state, ticket_number)) not valid;
