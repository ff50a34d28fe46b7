import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '../../apps/server/main.ts'
import { beginWebBuild } from '../../apps/server/web-build.ts'
import type { BuiltInRole } from '../../platform/access/permission.ts'
import { type Cx, makeCx, systemActor } from '../../platform/cx.ts'
import { aPerson, type MadePerson, type SomePerson, sessionOf } from '../../rooms/people/testkit/index.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'

/** A whole desk as people use it: built pages, a port, jobs, mail going out to a mail server of our own. */
export interface LiveDesk {
  url: string
  server: RunningServer
  /** A context of the program itself, for factories. */
  cx(): Cx
  person(role: BuiltInRole, who?: SomePerson): Promise<MadePerson>
  /** The cookie of a session, for starting a story behind the sign-in page. */
  cookieOf(personId: number): Promise<string>
  mailTo: MailSink['mailTo']
  stop(): Promise<void>
}

interface Options {
  /** Filled with the example world. */
  hospital?: boolean
}

export async function startLiveDesk({ hospital = false }: Options = {}): Promise<LiveDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-e2e-'))
  const sink = await startMailSink()
  Object.assign(process.env, {
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: '0',
    SMTP_IN_PORT: '0',
    SMTP_OUT_URL: sink.url,
    MAIL_FROM: 'help@harbour.example',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  })
  // Uncompressed: the next page need not wait for the processor either.
  const pages = { ...beginWebBuild(() => {}), compress: () => {} }
  const server = await startServer({ role: 'all', pages })
  if (hospital) {
    const { worlds } = await import('../../db/seeds/index.ts')
    await worlds['harbour-hospital'].load({ assembly: server.assembly, pool: server.database.pool }, {}, () => {})
  }
  const cx = () => makeCx(server.assembly.ground, systemActor)
  return {
    url: server.url ?? '',
    server,
    cx,
    person: (role, who = {}) => aPerson(cx(), { ...who, role }),
    async cookieOf(personId) {
      const headers = await sessionOf(cx(), personId)
      return headers.cookie ?? ''
    },
    mailTo: sink.mailTo,
    async stop() {
      await server.stop()
      await sink.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
