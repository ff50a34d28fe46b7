import { Type } from 'typebox'
import { alarm } from '../../../platform/alarms/index.ts'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { askOutside } from '../../../platform/outside/index.ts'
import { openSecret } from '../../../platform/secrets/index.ts'
import { deskSettings } from '../../people/server/index.ts'
import { chatBody } from './chat-words.ts'

const MAX_ATTEMPTS = 8
const FIRST_WAIT_MS = 30_000

/** Sends one post. What fails for now is tried again, each time later: 30 s, 2 min, 8 min … about two days in all. */
export const postToChat = job('post to a chat', Type.Object({ postId: Type.Integer() }), async (cx, { postId }) => {
  const post = await postOf(cx, postId)
  if (post?.state !== 'queued') return
  const { defaultLanguage } = await deskSettings(cx.db)
  const note = {
    kind: post.kind,
    number: post.number,
    subject: post.rule.subject ? post.subject : '',
    priority: post.priority,
    team: post.team,
    url: `${publicUrl()}/desk/tickets/${post.number}`,
    by: post.actorKind === 'system' ? '' : (post.by ?? ''),
  }
  const url = (await openSecret(cx.db, post.url)).toString('utf8')
  await settle(cx, post, await send(url, chatBody(post.service, defaultLanguage, note)))
})

export const tryPostAgain = alarm(
  'try a post to a chat again',
  { table: 'notices.post', key: 'id', at: 'next_at' },
  async (tx, postId) => {
    await tx.updateTable('notices.post').set({ nextAt: null }).where('id', '=', postId).execute()
    await addJob(tx, postToChat, { postId }, { key: `chat post ${postId}` })
  },
)

/** Whether it was taken, and what was said. Never throws. */
export async function send(url: string, body: object): Promise<{ ok: boolean; again: boolean; answer: string }> {
  try {
    const { status, text } = await askOutside({
      url,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const ok = status >= 200 && status < 300
    return {
      ok,
      again: status === 408 || status === 429 || status >= 500,
      answer: `${status} ${text}`.trim().slice(0, 300),
    }
  } catch (error) {
    return { ok: false, again: true, answer: (error as Error).message.slice(0, 300) }
  }
}

async function postOf(cx: Cx, id: number) {
  return cx.db
    .selectFrom('notices.post as p')
    .innerJoin('notices.channel as c', 'c.id', 'p.channelId')
    .innerJoin('ticket.ticket as t', 't.number', 'p.ticketNumber')
    .leftJoin('people.team as m', 'm.id', 't.teamId')
    .leftJoin('platform.fact as f', 'f.id', 'p.factId')
    .select(['p.id', 'p.state', 'p.kind', 'p.attempts', 'c.kind as service', 'c.url', 'c.rule'])
    .select(['t.number', 't.subject', 't.priority', 'm.name as team', 'f.actorName as by', 'f.actorKind'])
    .where('p.id', '=', id)
    .where('c.active', '=', true)
    .where('c.removedAt', 'is', null)
    .executeTakeFirst()
}

async function settle(
  cx: Cx,
  { id, attempts }: { id: number; attempts: number },
  { ok, again, answer }: { ok: boolean; again: boolean; answer: string },
): Promise<void> {
  const tried = attempts + 1
  const giveUp = !again || tried >= MAX_ATTEMPTS
  await cx.db
    .updateTable('notices.post')
    .set({
      attempts: tried,
      state: ok ? 'sent' : giveUp ? 'failed' : 'queued',
      error: ok ? null : answer,
      stateAt: cx.now,
      nextAt: ok || giveUp ? null : new Date(cx.now.getTime() + FIRST_WAIT_MS * 4 ** attempts),
    })
    .where('id', '=', id)
    .execute()
}
