import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Cx } from '../../../platform/cx.ts'
import { changeSubscription } from './change-subscription.ts'
import { notOneClick } from './errors.ts'

/** What a mail program posts, as a form or as parts (RFC 8058, 3.2). Anything else that posts here does nothing. */
const ONE_CLICK = /List-Unsubscribe(?:=|"\r?\n[\s\S]{0,200}?)One-Click/i

export async function stopInOneClick(
  cx: Cx,
  token: string,
  { body }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (typeof body !== 'string' || !ONE_CLICK.test(body)) throw notOneClick()
  await changeSubscription(cx, token, false)
  return reply.type('text/plain; charset=utf-8').send('You get no more mail about this ticket.\n')
}
