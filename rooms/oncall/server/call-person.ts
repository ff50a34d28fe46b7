import type { Selectable } from 'kysely'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { queuePush } from '../../../platform/push/index.ts'
import { writeMail } from '../../../platform/templates/index.ts'
import { deskSettings, localeOf, personCards } from '../../people/server/index.ts'
import type { Step, Way } from '../contract/shapes.ts'
import { callProvider } from './call-provider.ts'
import { pageTemplate } from './mail-template.ts'
import { pageText } from './page-text.ts'

export type PageRow = Selectable<Tables['oncall.page']> & { subject: string }

interface Which {
  personId: number
  step: number
  round: number
}

/** Calls one person by every way of a step. What is sent is queued in the transaction that notes it. */
export async function callPerson(tx: Tx, page: PageRow, { ways, providerId }: Step, which: Which): Promise<void> {
  for (const way of ways) {
    const call = await tx
      .insertInto('oncall.call')
      .values({
        pageId: page.id,
        ...which,
        way,
        providerId: way === 'provider' ? providerId : null,
        state: 'sent',
        error: null,
        at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!call) continue
    const error = await reach(tx, page, which.personId, way, call.id, providerId)
    if (error === 'queued')
      await tx.updateTable('oncall.call').set({ state: 'queued' }).where('id', '=', call.id).execute()
    else if (error)
      await tx.updateTable('oncall.call').set({ state: 'unreachable', error }).where('id', '=', call.id).execute()
  }
}

/** Why it cannot be reached this way, `queued` where the answer is still to come, or nothing. */
async function reach(
  tx: Tx,
  page: PageRow,
  personId: number,
  way: Way,
  callId: number,
  providerId: number | null,
): Promise<string | undefined> {
  const { language } = await localeOf(tx, personId)
  const text = pageText(page, language)
  if (way === 'push') {
    const sent = await queuePush(tx, [personId], {
      title: language.startsWith('de') ? 'Alarm' : 'You are paged',
      body: text,
      url: `/acknowledge?token=${page.token}`,
      tag: `page-${page.id}`,
      urgent: true,
    })
    return sent === 0 ? 'no browser' : undefined
  }
  if (way === 'provider') {
    if (providerId === null) return 'no provider'
    await addJob(tx, callProvider, { callId }, { key: `call ${callId}`, priority: -10 })
    return 'queued'
  }
  const person = (await personCards(tx, [personId])).get(personId)
  if (!person?.email) return 'no address'
  const { organisationName } = await deskSettings(tx)
  const values = {
    text,
    'page.url': `${publicUrl()}/acknowledge?token=${page.token}`,
    'ticket.number': page.ticketNumber === null ? '' : String(page.ticketNumber),
  }
  const mail = await writeMail(tx, pageTemplate, values, { language, brand: organisationName })
  await queueMail(tx, {
    ...mail,
    to: [{ email: person.email, name: person.name }],
    automatic: true,
    headers: { Importance: 'high', 'X-Priority': '1' },
    about: `page:${page.id}`,
  })
  return undefined
}
