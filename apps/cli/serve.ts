import { parseArgs } from 'node:util'
import { Problem } from '../../platform/errors/index.ts'
import type { Role, RunningServer } from '../server/main.ts'
import { startDesk } from './start-desk.ts'

export const help = `Usage: deskhand serve [--role web|jobs|all] [--no-build]

Runs the desk until it is told to stop (Ctrl-C, SIGTERM), which lets requests and jobs finish.

  --role      web answers browsers, programs and mail servers; jobs works the queue; all (default) does both.
              Several processes need a PostgreSQL of their own: DATABASE_URL.
  --no-build  Serve the web pages as they were built before, even when their sources have changed.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { role: { type: 'string', default: 'all' }, build: { type: 'boolean', default: true } },
    allowNegative: true,
  })
  const started = performance.now()
  const stop = stopAsked()
  const server = await startDesk({ role: roleOf(values.role), build: values.build })
  await announce(server, performance.now() - started)
  return runUntilStopped(server, stop)
}

function roleOf(word: string): Role {
  if (word === 'web' || word === 'jobs' || word === 'all') return word
  throw new Problem('cli.unknown_role', 400, `--role is web, jobs or all, not "${word}".`)
}

/** The ready line, and on a desk without an administrator the link with which the first one sets it up. */
export async function announce(server: RunningServer, tookMs: number): Promise<void> {
  const seconds = (tookMs / 1000).toFixed(1)
  console.log(
    server.url ? `Deskhand is ready at ${server.url} (${seconds} s)` : `Deskhand works its queue (${seconds} s)`,
  )
  const { setUpLink } = await import('./set-up-link.ts')
  const link = server.url && (await setUpLink(server.assembly))
  if (link) console.log(`\nThis desk has no administrator yet. Set it up here (the link works once):\n  ${link}\n`)
}

type Signal = 'SIGTERM' | 'SIGINT' | 'npm is gone'

/** Resolves at the first signal to stop. Listened for from the beginning: one that comes while the desk starts counts too. */
export function stopAsked(): Promise<Signal> {
  const nextSignal = (name: 'SIGTERM' | 'SIGINT') =>
    new Promise<Signal>((resolve) => {
      process.once(name, () => resolve(name))
    })
  return Promise.race([nextSignal('SIGTERM'), nextSignal('SIGINT'), npmGone()])
}

/** Whoever kills npm means what npm runs, which is not told when npm is killed the hard way. */
function npmGone(): Promise<Signal> {
  const parent = process.ppid
  return new Promise((resolve) => {
    if (process.env.npm_lifecycle_event === undefined) return
    const watch = () => {
      if (process.ppid === parent) return
      clearInterval(timer)
      resolve('npm is gone')
    }
    const timer = setInterval(watch, 250)
    timer.unref()
  })
}

/** Waits to be stopped, then drains. A second signal, or a drain that takes too long, ends the process at once. */
export async function runUntilStopped(server: RunningServer, stop: Promise<Signal>): Promise<number> {
  const reason = await Promise.race([stop, server.database.lost.then(() => 'lost' as const)])
  if (reason === 'lost') {
    console.error('deskhand: The embedded PostgreSQL has ended; stopping. See postgres.log in the data folder.')
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(1))
  setTimeout(() => {
    console.error('deskhand: Something did not end within 30 s; stopping without it.')
    process.exit(1)
  }, 30_000).unref()
  await server.stop()
  return reason === 'lost' ? 1 : 0
}
