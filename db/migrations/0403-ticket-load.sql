-- How much somebody has, and the most urgent of it; the first is read without touching a row.
create index ticket_of_assignee on ticket.ticket (assignee_id, priority_rank, number) include (status, team_id)
  where active and assignee_id is not null;
-- What waits in a team for somebody to take it, the most urgent first.
create index ticket_to_take on ticket.ticket (team_id, priority_rank, number) include (status)
  where active and assignee_id is null;
