-- Recipients may have a `stopUrl`: the address where they end such mails. Theirs is a copy of its own.
-- { why, link }: the line below those copies.
alter table platform.outbox add column if not exists stop_words jsonb;
