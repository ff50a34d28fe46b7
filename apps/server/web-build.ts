import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { problem } from '../../platform/errors/index.ts'
import { takeBuildTurn } from './build-turn.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')
const tools = join(root, 'web-kit/vite')
const apps = ['agent-web', 'portal-web'] as const

const buildFailed = problem<{ why: string }>(
  'web.build_failed',
  500,
  (p) => `The web pages could not be built: ${p.why}`,
)

/** The pages of a desk that is starting. */
export interface WebBuild {
  /** Fulfilled when the pages can be served. */
  built: Promise<void>
  /** Compresses what is not compressed yet, in the background: the first start does not wait for that. */
  compress(): void
  /** Ends what runs. */
  giveUp(): void
}

/** Begins to build the pages where that is needed. Imports little, so that it can be the first thing a start does. */
export function beginWebBuild(say: (line: string) => void): WebBuild {
  const ending = new AbortController()
  const built = ensureWebBuild(say, ending.signal)
  // It is awaited before anything listens; until then a failure must not end the process without words.
  built.catch(() => {})
  return {
    built,
    compress: () => void compressWebBuild(ending.signal).catch(() => {}),
    giveUp: () => ending.abort(),
  }
}

/** Builds the browser's side when its sources are not those of the last build. */
export async function ensureWebBuild(say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const wanted = hashSources()
  if (readStamp() === wanted) return
  const endTurn = await takeBuildTurn(dist, signal)
  try {
    if (readStamp() === wanted) return
    say('Building the web pages …')
    await buildApps(signal)
    writeFileSync(join(dist, '.stamp'), wanted)
  } finally {
    endTurn()
  }
}

/** Compresses the built pages, once for each build. */
export async function compressWebBuild(signal: AbortSignal): Promise<void> {
  const done = join(dist, '.compressed')
  const wanted = readStamp()
  if (wanted === undefined || readText(done) === wanted) return
  const { code } = await run([join(tools, 'compress-apps.ts'), ...apps.map(builtApp)], signal)
  if (code === 0) writeFileSync(done, wanted)
}

/** Whether the pages that would be served are those of the sources. */
export function webBuildState(): 'current' | 'stale' | 'missing' {
  const stamp = readStamp()
  if (stamp === undefined) return 'missing'
  return stamp === hashSources() ? 'current' : 'stale'
}

export const builtApp = (app: (typeof apps)[number]) => join(dist, app)

export const isBuilt = () => apps.every((app) => existsSync(join(builtApp(app), 'index.html')))

const readStamp = () => (isBuilt() ? readText(join(dist, '.stamp')) : undefined)

const readText = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Whatever can end up in a page: screens, the kit, contracts, and the versions of libraries. */
function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function sources(): string[] {
  const rooms = join(root, 'rooms')
  const folders = [
    ...apps.map((app) => join(root, 'apps', app)),
    join(root, 'web-kit'),
    ...readdirSync(rooms).flatMap((room) => [join(rooms, room, 'web'), join(rooms, room, 'contract')]),
  ]
  const files = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...files, ...sharedFiles(), join(root, 'package-lock.json')].sort()
}

/** What the import law lets the browser's side have of the platform. */
function sharedFiles(): string[] {
  const names = readdirSync(join(root, 'platform'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /(contract|schemas|ability)\.ts$/.test(name))
    .map((name) => join(root, 'platform', name))
}

/** In a process of its own, whose hundreds of megabytes are given back; and beside, so that a page half built is never served. */
async function buildApps(signal: AbortSignal): Promise<void> {
  const fresh = join(dist, '.new')
  const { code, output } = await run([join(tools, 'build-apps.ts'), fresh], signal)
  if (code !== 0) {
    throw buildFailed({ why: output.trim().split('\n').slice(-12).join('\n') || `the bundler ended with ${code}` })
  }
  for (const app of apps) {
    rmSync(builtApp(app), { recursive: true, force: true })
    renameSync(join(fresh, app), builtApp(app))
  }
  rmSync(fresh, { recursive: true })
}

function run(args: string[], signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, args, { cwd: root, env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => (error.name === 'AbortError' ? resolve({ code: null, output: '' }) : reject(error)))
    child.on('close', (code) => resolve({ code, output }))
  })
}
