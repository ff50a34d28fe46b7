import { hashPassword } from '@better-auth/utils/password'
import { textToHtml } from '../../../../platform/html/index.ts'
import { addCannedReply } from '../../../../rooms/conversation/server/index.ts'
import { tellPast } from '../../../../rooms/notices/server/index.ts'
import type { SeedDesk } from '../../desk.ts'
import { claimDesk } from '../../refuse-used-desk.ts'
import { cannedReplies } from '../canned-replies.ts'
import { planWorld } from '../plan.ts'
import { loadCatalog } from './catalog.ts'
import { letterActs } from './letters.ts'
import { loadOnCall } from './on-call.ts'
import { letMailsHaveGone, outageActs, outageTickets } from './outages.ts'
import { type Cast, loadPeople } from './people.ts'
import { loadAbsences, loadRouting } from './routing.ts'
import { loadServiceLevels } from './service-levels.ts'
import { onStage, type Stage } from './stage.ts'
import { loadTickets } from './tickets.ts'

const dayMs = 86_400_000

/** Loads the whole hospital in one transaction: it is there, or it is not. */
export async function loadHospital(
  desk: SeedDesk,
  base: Date,
  password: string,
  say: (line: string) => void,
): Promise<void> {
  const hash = await hashPassword(password)
  const plan = planWorld(base)
  await onStage(desk, async (stage) => {
    await claimDesk(stage.tx)
    // The house was set up some days before the first ticket.
    stage.set(new Date(base.getTime() - 100 * dayMs))
    await stage.tx
      .updateTable('people.desk')
      .set({ organisationName: 'Harbour Hospital', defaultTimeZone: 'Europe/London', updatedAt: stage.tx.now })
      // Whoever named the desk has named it.
      .where('organisationName', '=', '')
      .execute()
    const cast = await loadPeople(stage, hash)
    say('People and teams are there.')
    const catalog = await loadCatalog(stage, cast.team)
    await loadCannedReplies(stage, cast)
    await loadRouting(stage, cast, catalog)
    await loadServiceLevels(stage, cast, catalog)
    say('Services and forms are there.')
    const scene = { stage, cast, catalog }
    const { ladderId } = await loadOnCall(stage, cast, base)
    await loadTickets(scene, plan, [...(await letterActs(scene, base)), ...outageActs(scene, base, ladderId)])
    await loadAbsences(stage, cast, base)
    await stage.passUntil(base)
    await letMailsHaveGone(stage)
    const hoursAgo = (hours: number) => new Date(base.getTime() - hours * 3_600_000)
    await tellPast(stage.tx, hoursAgo(30), hoursAgo(5), (moment) => stage.set(moment))
    say(`${plan.length + 4 + outageTickets} tickets of the last 90 days are there.`)
  })
}

async function loadCannedReplies(stage: Stage, { team }: Cast): Promise<void> {
  for (const reply of cannedReplies) {
    const { name, text, language } = reply
    await addCannedReply(stage.cx, {
      title: name,
      html: textToHtml(text),
      teamId: reply.team ? team[reply.team] : null,
      language,
    })
  }
}
