import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testAuthority, testCertificate, testKey } from './certificate.ts'
import { findProgram, freePort, isMissing, type Program, startProgram } from './program.ts'

export interface PostfixOptions {
  /** Lines of main.cf; they win over those here. */
  settings?: Record<string, string>
  /** Recipient → transport, e.g. `smtp:[127.0.0.1]:2525`. */
  transport?: Record<string, string>
  /** Lines of master.cf beyond the usual ones. */
  services?: string
}

/** A real Postfix in a folder of its own, taking mail on `port`. It needs root, as Postfix does. */
export interface Postfix {
  port: number
  folder: string
  ca: string
  log(): string
  /** Tries what is deferred again now. */
  flush(): void
  /** What waits in its queue, as postqueue says it. */
  queue(): string
  stop(): Promise<void>
}

/** Postfix gives up root by itself, so it wants to begin with it. */
export function isPostfixMissing(): boolean {
  return isMissing('postfix') || (process.getuid?.() !== 0 && process.env.REQUIRE_SERVICES !== '1')
}

export async function startPostfix(options: PostfixOptions = {}): Promise<Postfix> {
  const postfix = findProgram('postfix')
  if (!postfix) throw new Error('Postfix is not installed (Debian: postfix).')
  const folder = mkdtempSync(join(tmpdir(), 'postfix-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name), { mode: 0o755 })
  const { uid, gid } = accountOf('postfix')
  chownSync(join(folder, 'data'), uid, gid)
  const etc = join(folder, 'etc')
  writeFileSync(join(etc, 'ca.pem'), testAuthority)
  writeFileSync(join(etc, 'server.pem'), testCertificate)
  writeFileSync(join(etc, 'server.key'), testKey, { mode: 0o600 })
  writeFileSync(
    join(etc, 'transport'),
    Object.entries(options.transport ?? {})
      .map((pair) => `${pair.join(' ')}\n`)
      .join(''),
  )
  writeFileSync(join(etc, 'master.cf'), master(port) + (options.services ?? ''))
  writeFileSync(join(etc, 'main.cf'), main(folder, options.settings ?? {}))
  const log = join(folder, 'log')
  writeFileSync(log, '')
  const running: Program = await startProgram(postfix, ['-c', etc, 'start-fg'], { port, log })
  const ask = (...args: string[]) =>
    execFileSync(findProgram('postqueue') ?? '', ['-c', etc, ...args], { encoding: 'utf8' })
  return {
    port,
    folder,
    ca: testAuthority,
    log: () => readFileSync(log, 'utf8'),
    flush: () => void ask('-f'),
    queue: () => ask('-p'),
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accountOf(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error(`There is no account ${name}.`)
  return { uid: Number(uid), gid: Number(gid) }
}

function main(folder: string, settings: Record<string, string>): string {
  const etc = join(folder, 'etc')
  // Where the package keeps its programs differs between systems; its own settings know.
  const daemons = execFileSync(findProgram('postconf') ?? 'postconf', ['-d', '-h', 'daemon_directory'], {
    encoding: 'utf8',
  }).trim()
  const all: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    daemon_directory: existing('/usr/lib/postfix/sbin', daemons),
    command_directory: '/usr/sbin',
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    myhostname: 'relay.desk.example',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    transport_maps: `texthash:${etc}/transport`,
    default_transport: 'error:nothing leaves this machine',
    alias_maps: '',
    alias_database: '',
    local_recipient_maps: '',
    smtp_dns_support_level: 'disabled',
    smtp_tls_CAfile: `${etc}/ca.pem`,
    smtpd_tls_cert_file: `${etc}/server.pem`,
    smtpd_tls_key_file: `${etc}/server.key`,
    smtpd_tls_security_level: 'may',
    // Without these a test would wait for minutes.
    queue_run_delay: '2s',
    minimal_backoff_time: '2s',
    maximal_backoff_time: '3s',
    smtpd_client_connection_count_limit: '0',
    anvil_rate_time_unit: '1s',
    ...settings,
  }
  return Object.entries(all)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
}

function existing(path: string, otherwise: string): string {
  try {
    return statSync(path) && path
  } catch {
    return otherwise
  }
}

/** Without chroots: their folders would have to be filled first. */
function master(port: number): string {
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'relay unix - - n - - smtp',
    'showq unix n - n - - showq',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'local unix - n n - - local',
    'virtual unix - n n - - virtual',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
  return `${services.join('\n')}\n`
}
