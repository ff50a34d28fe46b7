-- Pictures from elsewhere that readers of a mail asked to see, so that they are fetched once. Unlogged: it is a cache.
create unlogged table platform.remote_picture (
  url_sha256 text primary key check (url_sha256 ~ '^[0-9a-f]{64}$'),
  -- Null: it could not be had.
  type text check (type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  bytes bytea,
  size int not null,
  fetched_at timestamptz not null,
  check ((type is null) = (bytes is null))
);
-- Pictures are packed already.
alter table platform.remote_picture alter column bytes set storage external;
