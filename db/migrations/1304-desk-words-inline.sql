-- The words of a ticket stand in its row where they fit into a page, and not in a table beside: whoever ranks a hundred finds
-- reads a hundred pages and not four hundred. Rows that are there already move when they are next written.
alter table desk.document set (toast_tuple_target = 8160);
