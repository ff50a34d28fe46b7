import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { testAuthority, testCertificate, testKey } from './certificate.ts'
import { findProgram, freePort, type Program, startProgram } from './program.ts'

export interface DovecotOptions {
  /** Name → password. */
  users: Record<string, string>
  /** Where to ask whether a token is good (RFC 7662). */
  introspectionUrl?: string
  /** Leaves IDLE and MOVE out of what the server says it can. */
  plain?: boolean
  /** Answers at this port whether a login is good, for a Postfix. */
  authPort?: number
  /** Another certificate than that of localhost. */
  certificate?: string
}

/** A real IMAP server in a folder of its own: plain with STARTTLS on `port`, TLS on `tlsPort`. */
export interface Dovecot {
  port: number
  tlsPort: number
  ca: string
  /** Puts a message into a folder of a user, as a delivery would. */
  deliver(user: string, message: string, folder?: string): void
  /** Takes from a user the numbers of all messages, so that the server has to number them anew. */
  renumber(user: string): void
  /** Makes the message with this line unreadable for the server. */
  lock(user: string, line: string): void
  log(): string
  /** Stops and starts it at the same ports. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const isRoot = process.getuid?.() === 0
/** PostgreSQL and mail servers share the habit of not working as root. */
const nobody = { uid: 65534, gid: 65534 }

export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const program = findProgram('dovecot')
  if (!program) throw new Error('Dovecot is not installed (Debian: dovecot-imapd).')
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'))
  chmodSync(folder, 0o755)
  const [port, tlsPort] = [await freePort(), await freePort()]
  const write = (name: string, text: string, mode = 0o644) => {
    writeFileSync(join(folder, name), text)
    chmodSync(join(folder, name), mode)
  }
  write('server.pem', options.certificate ?? testCertificate)
  write('server.key', testKey)
  write(
    'users',
    Object.entries(options.users)
      .map(([name, password]) => `${name}:{PLAIN}${password}::::::\n`)
      .join(''),
  )
  write('dovecot.conf', configuration(folder, port, tlsPort, options))
  if (options.introspectionUrl) write('oauth2.conf', oauth(options.introspectionUrl))
  mkdirSync(join(folder, 'mail'))
  own(join(folder, 'mail'))
  for (const user of Object.keys(options.users)) makeMaildir(join(folder, 'mail', user))
  const log = join(folder, 'dovecot.log')
  const start = () => startProgram(program, ['-F', '-c', join(folder, 'dovecot.conf')], { port, log })
  let running: Program = await start()
  let delivered = 0
  const place = (user: string, box = 'INBOX') => join(folder, 'mail', user, box === 'INBOX' ? '' : `.${box}`)
  return {
    port,
    tlsPort,
    ca: testAuthority,
    deliver(user, message, box) {
      const at = place(user, box)
      const name = `${1_700_000_000 + delivered}.M${delivered++}P${process.pid}.localhost`
      writeFileSync(join(at, 'tmp', name), message.replace(/\r?\n/g, '\r\n'))
      own(join(at, 'tmp', name))
      // Complete before it can be seen.
      renameSync(join(at, 'tmp', name), join(at, 'new', name))
    },
    renumber(user) {
      for (const name of readdirSync(place(user))) {
        if (name.startsWith('dovecot')) rmSync(join(place(user), name), { recursive: true })
      }
    },
    lock(user, line) {
      for (const box of ['new', 'cur']) {
        for (const name of readdirSync(join(place(user), box))) {
          const file = join(place(user), box, name)
          if (!readFileSync(file, 'latin1').includes(line)) continue
          chmodSync(file, 0)
          if (isRoot) chownSync(file, 0, 0)
        }
      }
    },
    log: () => readFileSync(log, 'utf8'),
    async restart() {
      await running.stop()
      running = await start()
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function own(path: string): void {
  if (isRoot) chownSync(path, nobody.uid, nobody.gid)
}

function makeMaildir(at: string): void {
  for (const name of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(at, name), { recursive: true })
    own(join(at, name))
  }
}

function configuration(folder: string, port: number, tlsPort: number, options: DovecotOptions): string {
  const { uid, gid, username } = userInfo()
  const owner = isRoot ? nobody : { uid, gid }
  const internal = isRoot
    ? ''
    : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${gid}\n`
  const oauthLogin = options.introspectionUrl
    ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${folder}/oauth2.conf\n}\n`
    : ''
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
instance_name = ${folder.split('/').at(-1)}
protocols = imap
listen = 127.0.0.1
${internal}first_valid_uid = 1
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
mail_location = maildir:${folder}/mail/%u
auth_mechanisms = plain login${options.introspectionUrl ? ' xoauth2 oauthbearer' : ''}
auth_failure_delay = 0
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${folder}/server.pem
ssl_key = <${folder}/server.key
ssl_dh =
mailbox_list_index = no
${options.plain ? 'imap_capability = IMAP4rev1 LITERAL+ UIDPLUS NAMESPACE\n' : ''}imap_idle_notify_interval = 2 mins
mail_max_userip_connections = 50
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
${options.authPort ? `service auth {\n  inet_listener {\n    address = 127.0.0.1\n    port = ${options.authPort}\n  }\n}` : ''}
service stats {
  chroot =
}
${oauthLogin}passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
`
}

function oauth(url: string): string {
  return `introspection_url = ${url}
introspection_mode = post
force_introspection = yes
username_attribute = email
active_attribute = active
active_value = true
timeout_msecs = 10000
`
}
