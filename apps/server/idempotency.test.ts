import { expect, test } from 'vitest'
import { rooms } from './compose.ts'
import { routesOf } from './routes.ts'

/** POSTs that answer 201 and yet take no Idempotency-Key, each with its reason. */
const excepted: Record<string, string> = {
  '/api/v1/example-desk': 'the example is loaded once; the body holds a password',
  '/api/v1/session': 'signing in twice gives two sessions on purpose; its answer sets a cookie',
  '/api/v1/sign-in-links/redeem': 'a link works once by itself',
  '/api/v1/me/totp': 'starting over replaces what was started; the answer holds a secret, which must not be kept',
  '/api/v1/api-keys': 'the answer holds a secret, which must not be kept',
  '/api/v1/set-up': 'works once by itself',
  '/api/v1/invitations/:id/mails': 'sending again is what is asked for',
  '/api/v1/invitations/accept': 'works once by itself',
  '/api/v1/outbox/attempts': 'a mail that is on its way again is skipped',
  '/api/v1/outbox/withdrawals': 'a mail that is out of the outbox is skipped',
  '/api/v1/tickets/:number/messages/:id/attempts': 'a mail that is on its way again is refused',
  '/api/v1/mail-senders/:id/trials': 'changes nothing',
  '/api/v1/mail-templates/:name/trials': 'a mail to oneself',
  '/api/v1/outbox/:id/attempts': 'a mail that is not waiting is not tried again',
  '/api/v1/inbound-mail/:id/attempts': 'a message is filed once by itself',
  '/api/v1/inbound-mail/attempts': 'a message is filed once by itself',
  '/api/v1/inbound-mail/discards': 'a message that is set aside already is skipped',
}

test('every POST that creates takes an Idempotency-Key, or says why not', () => {
  const creating = routesOf(rooms).filter(({ endpoint }) => endpoint.method === 'POST' && endpoint.status === 201)
  const without = creating.filter(({ endpoint }) => !endpoint.idempotent).map(({ endpoint }) => endpoint.path)
  expect(without.toSorted()).toEqual(Object.keys(excepted).toSorted())
})
