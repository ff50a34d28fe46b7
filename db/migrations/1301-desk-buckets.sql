-- Larger buckets: a search looks into each with a scan of its own, and at a million tickets sixteen thousand a bucket made
-- the scans cost more than what they found.
drop index desk.document_words;
alter table desk.document drop column bucket;
alter table desk.document add column bucket int not null generated always as ((ticket_number / 65536)::int) stored;
create index document_words on desk.document using gin (bucket, words) with (gin_pending_list_limit = 512);
