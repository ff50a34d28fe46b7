import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { webBuildState } from '../../server/web-build.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const oldestNode = 24

export function checkNode(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= oldestNode) return ok('Node', process.versions.node)
  return fail('Node', `${process.versions.node} is too old; use npm, which takes the one in node_modules/.bin.`)
}

export function checkDataFolder(dataDir: string): Finding[] {
  const folder = resolve(dataDir)
  const existing = nearestExisting(folder)
  try {
    accessSync(existing, constants.W_OK | constants.X_OK)
  } catch {
    return [fail('Data folder', `${existing} cannot be written by this account. Setting: DATA_DIR.`)]
  }
  const words = existing === folder ? `${folder} can be written` : `${folder} will be made at the first start`
  return [ok('Data folder', words), checkDisk(existing)]
}

function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const words = `${(free / 1e9).toFixed(1)} GB free`
  if (free < 200e6) return fail('Disk', `Only ${words}; PostgreSQL stops when there is none.`)
  return free < 2e9 ? warn('Disk', `Only ${words}.`) : ok('Disk', words)
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder))
}

export function checkWebBuild(): Finding {
  const state = webBuildState()
  if (state === 'current') return ok('Web pages', 'built')
  const words = state === 'missing' ? 'are not built yet' : 'were built from other sources'
  return warn('Web pages', `They ${words}; the next \`serve\` builds them.`)
}
