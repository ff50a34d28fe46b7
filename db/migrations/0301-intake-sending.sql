-- How the mails of a mailbox go out; a mailbox without a row sends from its own address by the desk's way.
create table intake.mailbox_sending (
  mailbox_id bigint primary key references intake.mailbox on delete cascade,
  -- null: from the mailbox's own address
  from_email citext check (from_email ~ '^[^@[:space:]<>]+@[^@[:space:]<>]+$'),
  -- { en: …, de: … }: stand below answers in that language; else the signature of the mailbox does.
  signatures jsonb not null default '{}',
  own_signatures boolean not null default true,
  -- A way of its own: server, pace, pause.
  sender_id bigint references platform.mail_sender,
  updated_at timestamptz not null,
  version int not null default 1
);
