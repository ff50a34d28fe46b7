import { readdirSync, readFileSync } from 'node:fs'

interface ProcessInfo {
  pid: number
  parent: number
  name: string
}

function processInfo(pid: number): ProcessInfo | undefined {
  try {
    // The name stands in brackets and may hold anything, so the fields are counted from the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    const parent = Number(stat.slice(end + 2).split(' ')[1])
    return { pid, parent, name: stat.slice(stat.indexOf('(') + 1, end) }
  } catch {
    return undefined
  }
}

/** A process and everything it started that still runs, the database's backends included; from /proc, so Linux only. */
export function familyOf(pid: number): ProcessInfo[] {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => processInfo(Number(entry)) ?? [])
  const family = all.filter((one) => one.pid === pid)
  for (const member of family) family.push(...all.filter((one) => one.parent === member.pid))
  return family
}

/** Kills all of a family with SIGKILL; PostgreSQL's backends are in sessions of their own, so a group would miss them. */
export function killFamily(pid: number): void {
  for (const member of familyOf(pid)) {
    try {
      process.kill(member.pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Resident memory in megabytes, now and at its highest. */
export function memoryOf(pid: number): { residentMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) =>
    Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { residentMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') }
}

/** Processor time in milliseconds that the program and its database have used so far. */
export function cpuOf(pid: number): { program: number; database: number } {
  const used = { program: 0, database: 0 }
  for (const member of familyOf(pid)) used[member.pid === pid ? 'program' : 'database'] += cpuMs(member.pid)
  return used
}

/**
 * Processor time of all cores in milliseconds since the machine began: all of it, and what its host gave to others meanwhile
 * (proc(5), /proc/stat, "steal").
 */
export function machineTime(): { all: number; stolen: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1)
  // user nice system idle iowait irq softirq steal; guests are in user already.
  const ticks = line.split(/\s+/).slice(1, 9).map(Number)
  return { all: ticks.reduce((sum, one) => sum + one, 0) * 10, stolen: (ticks[7] ?? 0) * 10 }
}

// The kernel counts in hundredths of a second (USER_HZ), whatever its own tick.
function cpuMs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
