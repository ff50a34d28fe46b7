-- Why: 0010-platform-checks.sql.

create function triage.is_assessment(impact smallint, urgency smallint, priority text) returns boolean language plpgsql immutable parallel safe as $$
begin
  return impact between 1 and 5
    and urgency between 1 and 5
    and priority in ('critical', 'high', 'moderate', 'low');
end $$;

alter table triage.assessment
  drop constraint assessment_impact_check,
  drop constraint assessment_priority_check,
  drop constraint assessment_urgency_check,
  add constraint assessment_is_sound check (triage.is_assessment(impact, urgency, priority)) not valid;
