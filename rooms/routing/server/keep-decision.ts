import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { Cause } from '../contract/shapes.ts'
import type { Plan } from './plan-route.ts'

/** Writes down where a ticket went and why, whose turn it was, and whether it still waits for somebody: one statement. */
export async function keepDecision(tx: Tx, ticketNumber: number, cause: Cause, plan: Plan): Promise<number> {
  const { teamId, assigneeId, reasons } = plan
  const rules = reasons.rules.map((rule) => rule.id)
  const drawn = reasons.why === 'turn' || reasons.why === 'least_loaded'
  const { rows } = await sql<{ id: number }>`
    with decided as (
      insert into routing.decision
        (ticket_number, at, cause, actor_kind, actor_id, actor_name, team_id, assignee_id, reasons)
      values (${ticketNumber}, ${tx.now}, ${cause}, ${tx.actor.kind}, ${tx.actor.id}, ${tx.actor.name}, ${teamId},
        ${assigneeId}, ${JSON.stringify(reasons)}::jsonb)
      returning id
    )
    ${
      rules.length > 0
        ? sql`, matched as (
      insert into routing.rule_match (rule_id, at, decision_id)
      select each.id, ${tx.now}, decided.id from unnest(${rules}::bigint[]) as each (id), decided
    )`
        : sql``
    }
    ${
      drawn
        ? sql`, turned as (
      insert into routing.turn (team_id, person_id, turn)
      select ${teamId}::bigint, ${assigneeId}::bigint, coalesce(max(turn), 0) + 1 from routing.turn where team_id = ${teamId}
      on conflict (team_id, person_id) do update set turn = excluded.turn
    )`
        : sql``
    }
    ${
      plan.waits && teamId !== null
        ? sql`, waits as (
      insert into routing.waiting (ticket_number, team_id, since) values (${ticketNumber}, ${teamId}, ${tx.now})
      on conflict (ticket_number) do update set team_id = excluded.team_id
    )`
        : sql``
    }
    select id from decided`.execute(tx)
  return rows[0]?.id ?? 0
}
