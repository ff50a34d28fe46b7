-- The words of every 64th ticket once more, in a small index of their own (9 MB at a million tickets): looking there first
-- tells how often a search will find something, and so whether to read all tickets at once or the newest only
-- (rooms/desk/server/plan-walk.ts). Few tickets are in it, so each is put there at once.
create index document_sample on desk.document using gin (words) with (fastupdate = off) where ticket_number % 64 = 0;
-- An index that was built anew for a loaded or rebuilt desk had the short list again (see 1302).
alter index if exists desk.document_words set (gin_pending_list_limit = 8192);
