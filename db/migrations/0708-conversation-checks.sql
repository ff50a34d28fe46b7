-- Why: 0010-platform-checks.sql.

create function conversation.is_message(kind text, direction text) returns boolean language plpgsql immutable parallel safe as $$
begin
  return kind in ('reply', 'note')
    and direction in ('in', 'out')
    and (kind = 'reply' or direction = 'out');
end $$;

alter table conversation.message
  drop constraint message_check,
  drop constraint message_direction_check,
  drop constraint message_kind_check,
  add constraint message_is_sound check (conversation.is_message(kind, direction)) not valid;
