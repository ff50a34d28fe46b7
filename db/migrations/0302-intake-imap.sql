-- Where a mailbox is collected from. One account a mailbox; its mail may be for other mailboxes too (aliases).
create table intake.imap_account (
  mailbox_id bigint primary key references intake.mailbox on delete cascade,
  active boolean not null default true,
  provider text not null check (provider in ('imap', 'google', 'microsoft')),
  host text not null check (host ~ '^[^[:space:]/@]{1,253}$'),
  port int not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  -- Certificates (PEM) of an authority of one's own.
  ca text check (length(ca) <= 100000),
  username text not null check (length(username) between 1 and 320),
  login text not null check (login in ('password', 'oauth')),
  -- These are sealed (platform/secrets).
  password bytea,
  client_secret bytea,
  refresh_token bytea,
  token_url text,
  client_id text,
  scope text,
  folder text not null default 'INBOX' check (length(folder) between 1 and 500),
  -- What of that which lies there already is taken on the first connection.
  start_with text not null check (start_with in ('new', 'unread', 'all')),
  after_import text not null check (after_import in ('seen', 'move', 'delete')),
  move_to text check (length(move_to) between 1 and 500),
  version int not null default 1,
  updated_at timestamptz not null,
  check (after_import <> 'move' or move_to is not null)
);

-- How far a folder was read. Moved on in the transaction that stores the messages, so that neither a crash nor a second
-- process takes one twice or leaves one out.
create table intake.imap_progress (
  mailbox_id bigint primary key references intake.imap_account on delete cascade,
  -- Server, user and folder that the numbers are of.
  source text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  -- Messages below lay there when the folder was first read; start_with decides about them.
  backlog_below bigint not null default 0,
  -- Messages below may be here already under another number: compared by their content.
  reread_below bigint not null default 0,
  started_at timestamptz not null,
  -- A message that could not be fetched, and how often that was tried.
  stuck_uid bigint,
  stuck_count int not null default 0
);

-- Messages that are stored here and not yet marked, moved or deleted there.
create table intake.imap_pending (
  mailbox_id bigint not null references intake.imap_progress on delete cascade,
  uid bigint not null,
  primary key (mailbox_id, uid)
);

-- Failed items of which only the head is here; the message is still on the server.
create table intake.imap_unfetched (
  item_id bigint primary key references intake.item on delete cascade,
  mailbox_id bigint references intake.imap_account on delete set null,
  uid_validity bigint not null,
  uid bigint not null,
  -- An administrator asked to fetch it once more.
  wanted boolean not null default false
);
-- What an administrator asked for; nearly always empty.
create index imap_unfetched_wanted on intake.imap_unfetched (mailbox_id) where wanted;
-- The key of a mailbox that is removed.
create index imap_unfetched_mailbox on intake.imap_unfetched (mailbox_id);

-- How each door of the mail is: listeners by host and port, mailboxes by id.
create table intake.door (
  name text primary key,
  state text not null check (state in ('connected', 'waiting', 'failed', 'stopped')),
  state_at timestamptz not null,
  -- The last sign of life.
  seen_at timestamptz not null,
  details jsonb not null default '{}',
  last_message_at timestamptz,
  -- Messages that wait on the server.
  backlog int not null default 0,
  trouble text,
  trouble_detail text,
  trouble_at timestamptz
);

-- The last message of each door.
create index raw_message_door on intake.raw_message (door, id desc);
-- Whether a collected message is here already, when its folder got other numbers.
create index raw_message_collected on intake.raw_message (sha256) where door = 'imap';
