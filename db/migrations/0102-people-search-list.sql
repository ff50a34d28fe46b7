-- The list of names not yet merged was read by every search, and at a desk where few people are added it stayed for days.
-- Persons are added rarely enough to be put into the index at once.
alter index people.person_search set (fastupdate = off);
select gin_clean_pending_list('people.person_search');
