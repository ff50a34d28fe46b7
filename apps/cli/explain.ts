import { Problem } from '../../platform/errors/index.ts'
import { rooms } from '../server/compose.ts'
import { allSettings } from '../server/read-settings.ts'

/** One line for what a person can put right; the whole stack for what only a programmer can. */
export function explain(error: unknown): string {
  if (error instanceof Problem) return error.detail
  if (!(error instanceof Error)) return String(error)
  const system = error as NodeJS.ErrnoException & { address?: string; port?: number }
  if (system.code?.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0]}. See --help.`
  if (system.syscall === 'listen' && system.port !== undefined)
    return explainPort(system.code, system.port, system.address)
  if (system.syscall && system.code) return error.message
  return error.stack ?? error.message
}

function explainPort(code: string | undefined, port: number, address: string | undefined): string {
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}; set HOST to one of its own.`
  const setting = settingWithPort(port)
  const cure = setting ? `set ${setting} to another` : 'choose another'
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program; stop that, or ${cure}.`
  if (code === 'EACCES')
    return `This account may not open port ${port} (below 1024?); ${cure}, or put a proxy in front.`
  return `Port ${port} cannot be opened (${code}); ${cure}.`
}

function settingWithPort(port: number): string | undefined {
  const ports = allSettings(rooms).filter((setting) => setting.env.endsWith('PORT'))
  return ports.find((setting) => Number(process.env[setting.env] || setting.default) === port)?.env
}
