-- Why: 0010-platform-checks.sql.

create function sla.is_clock(
  target text, seq int, state text, goal_ms bigint, elapsed_ms bigint, running_since timestamptz, ended_at timestamptz
) returns boolean language plpgsql immutable parallel safe as $$
begin
  return target in ('first_response', 'next_update', 'resolution', 'team')
    and seq > 0
    and state in ('running', 'paused', 'met', 'late', 'stopped')
    and goal_ms > 0
    and elapsed_ms >= 0
    and (state = 'running') = (running_since is not null)
    and (state in ('running', 'paused')) = (ended_at is null);
end $$;

alter table sla.clock
  drop constraint clock_check,
  drop constraint clock_check1,
  drop constraint clock_elapsed_ms_check,
  drop constraint clock_goal_ms_check,
  drop constraint clock_seq_check,
  drop constraint clock_state_check,
  drop constraint clock_target_check,
  add constraint clock_is_sound
    check (sla.is_clock(target, seq, state, goal_ms, elapsed_ms, running_since, ended_at)) not valid;

create function sla.is_choice(priority text, why text) returns boolean language plpgsql immutable parallel safe as $$
begin
  return priority in ('critical', 'high', 'moderate', 'low')
    and why in ('opened', 'changed', 'applied', 'calendar');
end $$;

alter table sla.choice
  drop constraint choice_priority_check,
  drop constraint choice_why_check,
  add constraint choice_is_sound check (sla.is_choice(priority, why)) not valid;
