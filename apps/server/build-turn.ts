import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lifeOf } from '../../platform/db/embedded/process-identity.ts'

/** Lets one process at a time build into a folder. Returns how to end the turn. A builder that was killed has had its turn. */
export async function takeBuildTurn(folder: string, signal: AbortSignal): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  const turn = join(folder, '.building')
  const claim = `${turn}.${process.pid}`
  const me = `${process.pid} ${lifeOf(process.pid)}`
  while (!signal.aborted) {
    const builder = readBuilder(turn)
    if (builder !== undefined && !isAlive(builder)) rmSync(turn, { force: true })
    if (builder === undefined) {
      writeFileSync(claim, me)
      const mine = linked(claim, turn)
      rmSync(claim)
      if (mine) return () => rmSync(turn, { force: true })
    }
    await sleep(100)
  }
  return () => {}
}

/** A link appears at once and with its content, or not at all. */
function linked(claim: string, turn: string): boolean {
  try {
    linkSync(claim, turn)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readBuilder(turn: string): string | undefined {
  try {
    return readFileSync(turn, 'utf8')
  } catch {
    return undefined
  }
}

function isAlive(builder: string): boolean {
  const pid = Number.parseInt(builder, 10)
  return `${pid} ${lifeOf(pid)}` === builder
}
