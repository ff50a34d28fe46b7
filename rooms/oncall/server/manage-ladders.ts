import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { sealSecret } from '../../../platform/secrets/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { LadderDoc, ProviderDoc } from '../contract/shapes.ts'
import { send } from './call-provider.ts'
import { noAddress, noPhone, planInUse, planNotFound, unknownPerson, unknownTarget } from './errors.ts'
import { addPlan, changePlan, dropPlan, planById, plansOf } from './plans.ts'
import { ownReach } from './reach.ts'

interface Wish {
  name: string
  doc: LadderDoc
}

export async function addLadder(cx: Cx, wish: Wish) {
  await check(cx.db, wish.doc)
  return cx.tx((tx) => addPlan(tx, 'ladder', wish))
}

export async function changeLadder(cx: Cx, id: number, wish: Wish, ifMatch?: string) {
  await check(cx.db, wish.doc)
  return cx.tx((tx) => changePlan(tx, 'ladder', id, wish, ifMatch))
}

export const removeLadder = (cx: Cx, id: number) => dropPlan(cx, 'ladder', id, async () => {})

async function check(reader: Reader, { steps }: LadderDoc): Promise<void> {
  const [schedules, providers] = [await plansOf(reader, 'schedule'), await plansOf(reader, 'provider')]
  const people = await personCards(
    reader,
    steps.flatMap(({ to }) => (to.kind === 'person' ? [to.personId] : [])),
  )
  steps.forEach(({ to, ways, providerId }, index) => {
    const field = `body.doc.steps.${index}`
    if (to.kind === 'person' && !people.get(to.personId)?.active) throw unknownPerson(undefined, { field })
    if (to.kind === 'layer') {
      const schedule = schedules.find((one) => one.id === to.scheduleId)
      if (!schedule?.doc.layers.some((layer) => layer.key === to.layer)) throw unknownTarget(undefined, { field })
    }
    if (ways.includes('provider') && !providers.some((one) => one.id === providerId))
      throw unknownTarget(undefined, { field })
  })
}

interface ProviderWish {
  name: string
  format: ProviderDoc['format']
  template: string
  url?: string
  headers?: Record<string, string>
}

export async function addProvider(cx: Cx, { name, url, headers, ...doc }: ProviderWish) {
  return cx.tx(async (tx) => {
    if (!url || !URL.canParse(url)) throw noAddress(undefined, { field: 'body.url' })
    const secret = await sealSecret(tx, JSON.stringify({ url, headers: headers ?? {} }))
    return addPlan(tx, 'provider', { name, doc: { ...doc, host: new URL(url).host }, secret })
  })
}

/** The address and what lets us in are kept together: a new address without headers has none. */
export async function changeProvider(
  cx: Cx,
  id: number,
  { name, url, headers, ...doc }: ProviderWish,
  ifMatch?: string,
) {
  return cx.tx(async (tx) => {
    const before = await planById(tx, 'provider', id)
    if (url === undefined) {
      const wish = { name, doc: { ...doc, host: before.doc.host } }
      return changePlan(tx, 'provider', id, wish, ifMatch)
    }
    if (!URL.canParse(url)) throw noAddress(undefined, { field: 'body.url' })
    const secret = await sealSecret(tx, JSON.stringify({ url, headers: headers ?? {} }))
    return changePlan(tx, 'provider', id, { name, doc: { ...doc, host: new URL(url).host }, secret }, ifMatch)
  })
}

export async function removeProvider(cx: Cx, id: number): Promise<void> {
  await dropPlan(cx, 'provider', id, async (tx) => {
    const user = (await plansOf(tx, 'ladder')).find(({ doc }) => doc.steps.some((step) => step.providerId === id))
    if (user) throw planInUse({ by: user.name })
  })
}

/** To one's own phone, so that nobody else is woken by a trial. */
export async function tryProvider(cx: Cx, id: number) {
  const { phone } = await ownReach(cx)
  if (!phone) throw noPhone()
  const row = await cx.db
    .selectFrom('oncall.plan')
    .select(['doc', 'secret'])
    .where('id', '=', id)
    .where('kind', '=', 'provider')
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!row?.secret) throw planNotFound({ id })
  const text = 'Deskhand: trial'
  const { ok, answer } = await send(cx, row.doc as ProviderDoc, row.secret, {
    phone,
    name: cx.actor.name,
    text,
    url: '',
    number: '',
  })
  return { ok, answer }
}
