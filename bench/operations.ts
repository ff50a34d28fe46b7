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
export async function operations(http: HttpClient, tickets: number): Promise<Operations> {
  const random = randomFrom(99)
  const { vocabulary } = scaleFor(tickets, new Date())
  const newest = ok(await http.get('/api/v1/tickets?sort=-number&limit=1')).body.items[0]?.number as number
  const teams = (ok(await http.get('/api/v1/teams')).body.items as { id: number }[]).map((team) => team.id)
  const oldest = newest - tickets + 1
  const anyTicket = () => oldest + Math.floor(random.next() * tickets * 0.99)
  const active = (
    ok(await http.get('/api/v1/tickets?status=open,in_progress,waiting_requester&limit=100')).body.items as {
      number: number
    }[]
  ).map((ticket) => ticket.number)
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
      const number = anyTicket()
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
