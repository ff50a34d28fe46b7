import type { Assembly } from '../server/assemble.ts'

export async function setUpLink(_assembly: Assembly): Promise<string | undefined> {
  return undefined
}
