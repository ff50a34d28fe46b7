import { publicUrl } from '../../platform/config/public-url.ts'
import { makeCx, systemActor } from '../../platform/cx.ts'
import { ensureSetUpToken } from '../../rooms/people/server/index.ts'
import type { Assembly } from '../server/assemble.ts'

/** The page where the first administrator sets the desk up; undefined once there is one. Earlier links stop working. */
export async function setUpLink({ ground }: Assembly): Promise<string | undefined> {
  const token = await makeCx(ground, systemActor).tx((tx) => ensureSetUpToken(tx))
  return token === null ? undefined : `${publicUrl()}/set-up?token=${token}`
}
