import type { Role, RunningServer } from '../server/main.ts'
import { beginWebBuild } from '../server/web-build.ts'

/**
 * Starts the desk. What the very first start waits for longest is its pages, whose building needs nothing of the desk: it
 * goes on in a process of its own while this one reads the rooms and makes the database.
 */
export async function startDesk({ role, build }: { role: Role; build: boolean }): Promise<RunningServer> {
  const pages = build && role !== 'jobs' ? beginWebBuild(console.log) : undefined
  try {
    const { startServer } = await import('../server/main.ts')
    return await startServer({ role, pages })
  } catch (error) {
    pages?.giveUp()
    throw error
  }
}
