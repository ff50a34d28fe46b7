import type pg from 'pg'
import type { HttpClient } from './product/speak-http.ts'

/**
 * The lead's board, one team after the other. The load world has no clocks of its own: every active ticket gets one, a
 * quarter of them over, so that the board has as much to look through as a desk with service levels.
 */
export async function boards(http: HttpClient, pool: pg.Pool): Promise<(index: number) => Promise<void>> {
  await pool.query(`
    insert into sla.clock (ticket_number, target, seq, state, version_id, calendar_id, goal_ms, elapsed_ms, started_at,
      running_since, due_at, leads)
    select t.number, 'resolution', 1, 'running', v.id, c.id, 86400000, 0, now(), now(),
           now() + make_interval(mins => (t.number % 2880)::int - 720), true
      from ticket.ticket t, (select min(id) as id from sla.version) v, (select min(id) as id from calendar.version) c
     where t.active and v.id is not null
       and not exists (select from sla.clock k where k.ticket_number = t.number and k.leads)
    on conflict do nothing`)
  await pool.query('analyze sla.clock')
  const first = await http.get('/api/v1/board')
  if (first.status !== 200) throw new Error(`the board answered ${first.status}`)
  const teams = first.body.teams as { id: number }[]
  return async (index) => {
    const { status } = await http.get(`/api/v1/board?team=${teams[index % teams.length]?.id}`)
    if (status !== 200) throw new Error(`the board answered ${status}`)
  }
}
