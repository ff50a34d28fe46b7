-- A message of a ticket that became a ticket of its own: the new one is split from the first.
alter table ticket.link drop constraint link_relation_check;
alter table ticket.link add constraint link_relation_check
  check (relation in ('relates_to', 'duplicates', 'caused_by', 'blocks', 'follows_up', 'split_from'));
