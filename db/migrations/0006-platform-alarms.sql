-- Rows whose moment came and whose handling failed. They are tried again, later each time; all others go on meanwhile.
create table platform.alarm_failure (
  alarm text not null,
  key bigint not null,
  failures int not null check (failures > 0),
  error text not null,
  first_failed_at timestamptz not null,
  retry_at timestamptz not null,
  primary key (alarm, key)
);
