-- The key that seals secrets (second factors, logins at mail servers) when AUTH_SECRET is not set.
create table platform.secret (
  id boolean primary key default true check (id),
  value bytea not null check (length(value) >= 32)
);
