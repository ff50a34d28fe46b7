import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The operating system account that PostgreSQL runs as; null when that is simply the account of this process. */
export interface Account {
  uid: number
  gid: number
  name: string
}

const preferred = ['deskhand', 'postgres', '_postgres', 'nobody']

/**
 * PostgreSQL refuses to run as root (a hole in it would be a hole in the machine). Existing data keeps its owner; new
 * data belongs to the first of these accounts that the machine has.
 */
export function accountFor(clusterDir: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts()
  const owner = ownerOf(clusterDir)
  if (owner && owner.uid !== 0) {
    const name = accounts.find((account) => account.uid === owner.uid)?.name ?? String(owner.uid)
    return { ...owner, name }
  }
  for (const name of preferred) {
    const account = accounts.find((candidate) => candidate.name === name)
    if (account) return account
  }
  return { uid: 65534, gid: 65534, name: 'nobody' }
}

/** Whether the account may pass through every folder down to this one, going by owner, group and mode. */
export function mayEnter(folder: string, account: Account | null): boolean {
  if (account === null) return true
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & execute) === 0) return false
    if (dirname(at) === at) return true
  }
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat ? { uid: stat.uid, gid: stat.gid } : null
}

/** passwd(5): name:password:uid:gid:… ; macOS writes nobody as -2. */
function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }))
}
