-- What the ticket was in before this message made it wait on the vendor: whoever takes the message back gets that again.
alter table conversation.side_message add column if not exists status_before text;
