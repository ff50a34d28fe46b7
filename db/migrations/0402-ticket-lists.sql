-- A ticket is active by its status; counted as if the two were independent, a list of active ones looks so short that the
-- planner reads and sorts them all instead of walking down an index until a page is full.
create statistics ticket.ticket_active_status (mcv) on active, status from ticket.ticket;
create statistics ticket.ticket_active_assignee (mcv) on active, status, assignee_id from ticket.ticket;
-- "Most urgent first" of one team: without it, every active ticket of the team is read for a page of fifty.
create index ticket_active_team_priority on ticket.ticket (team_id, priority_rank, number) where active;
-- "Unassigned", newest change first: few of the active ones.
create index ticket_unassigned on ticket.ticket (updated_at desc, number desc) where active and assignee_id is null;
