import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * `npm ci` refuses a lock file that leaves out an optional package, even one for another system. npm itself leaves them
 * out when the registry it talks to does not carry them, as mirrors do that serve one system only. This says which are
 * missing (`--check`), or adds them, so that the same file installs everywhere.
 */
interface LockEntry {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const path = join(import.meta.dirname, '../package-lock.json')
const lock: { packages: Record<string, LockEntry> } = JSON.parse(await readFile(path, 'utf8'))

const missing = new Map<string, string>()
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!isLocked(place, name)) missing.set(name, version)
  }
}

/** Whether a package is found from `place`, looking up through the folders above as Node does. */
function isLocked(place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

const systems = [
  'android',
  'darwin',
  'linux',
  'win32',
  'windows',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
]
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'mips64el']

function entryFor(name: string, version: string): LockEntry {
  const parts = name.split(/[-/]/)
  const os = systems.find((system) => parts.includes(system)) ?? (name === 'fsevents' ? 'darwin' : undefined)
  const cpu = processors.find((processor) => parts.includes(processor))
  const libc = parts.includes('musl') ? 'musl' : parts.some((part) => part === 'gnu') ? 'glibc' : undefined
  return {
    version: version.replace(/^[~^]/, ''),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os === 'windows' ? 'win32' : os] } : {}),
  }
}

if (missing.size > 0 && process.argv.includes('--check')) {
  console.log(`package-lock.json leaves out ${[...missing.keys()].join(', ')}; run node .ci/lock.ts`)
  process.exit(1)
}
for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = entryFor(name, version)
const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
if (missing.size > 0) await writeFile(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
