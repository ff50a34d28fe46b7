import type { SeedDesk, World } from '../../db/seeds/desk.ts'
import { loadingNow, usedDesk } from '../../db/seeds/refuse-used-desk.ts'
import type { Db } from '../../platform/db/index.ts'
import { on, type Route } from '../../platform/http/on.ts'
import { type ExampleDesk, getExampleDesk, loadExampleDesk } from '../../rooms/desk/contract/example-desk.ts'

/** An administrator of a new desk may look around in the example hospital; its people sign in with a password of theirs. */
export function exampleRoutes(desk: () => SeedDesk): Route[] {
  const access = 'platform.manage'
  return [
    on(getExampleDesk, { access }, (cx) => viewExample(cx.db)),
    on(loadExampleDesk, { access }, async (cx, { body }) => {
      await (await hospital()).load(desk(), { password: body.password }, (line) => cx.log.info(line))
      return viewExample(cx.db)
    }),
  ]
}

/** Read when it is asked for: its letters and files are nothing that every desk should carry in memory. */
async function hospital(): Promise<World> {
  return (await import('../../db/seeds/harbour-hospital/index.ts')).harbourHospital
}

async function viewExample(db: Db): Promise<ExampleDesk> {
  const { isLoaded, accounts } = await hospital()
  if (await isLoaded(db))
    return { state: 'loaded', accounts: accounts.map(({ name, email, role }) => ({ name, email, role })) }
  if (await loadingNow(db)) return { state: 'loading', accounts: [] }
  return { state: (await usedDesk(db)) ? 'in_use' : 'ready', accounts: [] }
}
