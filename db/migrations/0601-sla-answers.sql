-- Word that was given before there were clocks: a ticket of a desk that was there already has had its first answer. Of a desk
-- that is new there is nothing to be found.
insert into sla.answer (ticket_number, fact_id, message_id, at)
  select f.subject_id, f.id, (f.data ->> 'messageId')::bigint, f.at
  from platform.fact f join ticket.ticket t on t.number = f.subject_id
  where f.subject_kind = 'ticket' and f.name = 'conversation.message_added'
    and f.data ->> 'kind' = 'reply' and f.data ->> 'direction' = 'out'
    and not (f.data ->> 'automatic')::boolean and not (f.data ->> 'first')::boolean
    and not exists (select from platform.fact u where u.subject_kind = 'ticket' and u.subject_id = f.subject_id
      and u.name = 'conversation.message_undone' and u.data ->> 'messageId' = f.data ->> 'messageId')
  on conflict do nothing;
