import type pg from 'pg'
import { scaleFor } from '../db/seeds/load/scale.ts'
import { randomFrom } from '../db/seeds/random.ts'
import type { HttpClient, Reply } from './product/speak-http.ts'

export interface Operations {
  list(index: number): Promise<void>
  openTicket(index: number): Promise<void>
  search(index: number): Promise<void>
  create(index: number): Promise<void>
  reply(index: number): Promise<void>
}

function ok(reply: Reply, status = 200): Reply {
  if (reply.status === status) return reply
  throw new Error(`answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 300)}`)
}

/** What a desk does all day, over the public API, on tickets and words drawn the same way every time. */
export async function operations(http: HttpClient, pool: pg.Pool, tickets: number): Promise<Operations> {
  const random = randomFrom(99)
  const { vocabulary } = scaleFor(tickets, new Date())
  const teams = (ok(await http.get('/api/v1/teams')).body.items as { id: number }[]).map((team) => team.id)
  const numbers = await someTickets(pool, 'true')
  const active = await someTickets(pool, 't.active')
  // Words that are neither in every ticket nor in hardly any: what people search for.
  const searched = () => vocabulary[30 + Math.floor(random.next() ** 2 * (vocabulary.length - 30))] ?? 'printer'
  const lists = [
    () => '/api/v1/tickets?limit=50',
    () => '/api/v1/tickets?status=new,open,in_progress&limit=50',
    () => `/api/v1/tickets?team=${random.pick(teams)}&limit=50`,
    () => `/api/v1/tickets?team=${random.pick(teams)}&status=open,in_progress&sort=-priority&limit=50`,
    () => '/api/v1/tickets?status=waiting_requester,waiting_vendor,waiting_until&limit=50',
    () => '/api/v1/tickets?status=closed&limit=50',
    () => '/api/v1/tickets?status=new,open&assignee=none&limit=50',
  ]
  return {
    async list(index) {
      ok(await http.get(lists[index % lists.length]?.() ?? ''))
    },
    async openTicket() {
      const number = random.pick(numbers)
      const [ticket, messages] = await Promise.all([
        http.get(`/api/v1/tickets/${number}`),
        http.get(`/api/v1/tickets/${number}/messages`),
      ])
      ok(ticket)
      ok(messages)
    },
    async search() {
      ok(await http.get(`/api/v1/search?q=${searched()}%20${searched()}&limit=20`))
    },
    async create(index) {
      const body = {
        subject: `Bench ${searched()} ${searched()} ${index}`,
        description: `The ${searched()} of the ${searched()} shows ${searched()} since this morning. ${searched()} ${searched()} did not help.`,
        requester: { email: `bench${index % 500}@load.example` },
        impact: 3,
        urgency: 2,
      }
      ok(await http.post('/api/v1/tickets', body), 201)
    },
    async reply() {
      const text = `Please try the ${searched()} once more; I have set the ${searched()} to ${searched()}.`
      ok(await http.post(`/api/v1/tickets/${random.pick(active)}/messages`, { kind: 'reply', text }), 201)
    },
  }
}

/** Tickets from all over the table, none of a private team: a key may not see those. */
async function someTickets(pool: pg.Pool, condition: string): Promise<number[]> {
  const { rows } = await pool.query<{ number: number }>(`
    select t.number from ticket.ticket t left join people.team p on p.id = t.team_id
    where p.visibility is distinct from 'members' and ${condition} order by md5(t.number::text) limit 5000`)
  return rows.map((row) => row.number)
}
