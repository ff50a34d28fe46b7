import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { settingOf } from '../../platform/config/index.ts'
import { processSettings } from '../../platform/config/settings.ts'
import { Problem } from '../../platform/errors/index.ts'
import { room as intake, smtpPort } from '../../rooms/intake/server/index.ts'

interface Account {
  name: string
  email: string
  password: string
  role: string
}

const subject = 'Label printer at the nurses’ station prints blank labels'
const text = `Hello,

since this morning the label printer on Ward 4 prints blank labels. We changed the roll, but it is the same.
We write the blood samples by hand meanwhile, so it would be good to have it back today.

Room 4.118, there is a sticker on it: LBL-0442.

Thank you!`

/** Writes to the desk as one of its requesters, over SMTP, and reads the ticket back over the API as a technician. */
export async function showMailBecomeTicket(
  url: string,
  accounts: readonly Account[],
  say: (line: string) => void,
): Promise<void> {
  const requester = accounts.find((account) => account.role.startsWith('requester'))
  const technician = accounts.find((account) => account.role.startsWith('technician'))
  const port = smtpPort()
  if (!requester || !technician || port === undefined) return
  const desk = await signIn(url, technician)
  const before = await newestTicket(desk, requester)
  say(`${requester.name} writes an e-mail to the desk (SMTP, port ${port}): "${subject}"`)
  const sentAt = performance.now()
  say(`  the desk answers: ${await sendMail(port, requester)}`)
  const ticket = await ticketAfter(before?.number ?? 0, () => newestTicket(desk, requester))
  say(`  ${((performance.now() - sentAt) / 1000).toFixed(1)} s later it is a ticket:`)
  say(`  #${ticket.number}  ${ticket.status}  ${ticket.priority}  ${ticket.subject}`)
  say(`  ${url}/desk/tickets/${ticket.number}`)
  await desk.end()
}

async function sendMail(port: number, from: Account): Promise<string> {
  const own = intake.settings?.smtpInHost
  const host = (own && (settingOf(own) as string | undefined)) ?? settingOf(processSettings.host)
  const local = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const transport = createTransport({ host: local, port, secure: false, tls: { rejectUnauthorized: false } })
  const { name, email } = from
  const to = `it-help@${email.split('@')[1]}`
  const sent = await transport.sendMail({ from: { name, address: email }, to, subject, text })
  return sent.response
}

interface Ticket {
  number: number
  status: string
  priority: string
  subject: string
}

/** The desk as a person sees it who signed in with a password. */
async function signIn(url: string, { email, password }: Account) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok)
    throw new Problem('cli.demo_sign_in', 500, `${email} cannot sign in with the password of the example any more.`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    get: async (path: string) => (await fetch(url + path, { headers: { cookie } })).json(),
    end: () => fetch(`${url}/api/v1/session`, { method: 'DELETE', headers: { cookie } }),
  }
}

async function newestTicket(desk: { get(path: string): Promise<unknown> }, of: Account): Promise<Ticket | undefined> {
  const query = new URLSearchParams({ requester: of.email, sort: '-number', limit: '1' })
  const { items } = (await desk.get(`/api/v1/tickets?${query}`)) as { items: Ticket[] }
  return items[0]
}

async function ticketAfter(number: number, look: () => Promise<Ticket | undefined>): Promise<Ticket> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ticket = await look()
    if (ticket && ticket.number > number) return ticket
    await sleep(100)
  }
  throw new Problem('cli.demo_no_ticket', 500, 'The e-mail was taken but did not become a ticket within 30 s.')
}
