-- Whoever wrote the message that filled the short list waited a quarter of a second until its words were merged into the
-- index. Now a job merges them (rooms/desk/server/merge-words.ts); this is only for when none comes.
alter index desk.document_words set (gin_pending_list_limit = 8192);
