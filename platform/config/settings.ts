import { Type } from 'typebox'
import { declareSettings } from './index.ts'

/** The settings of the process itself; each room declares its own beside its feature. */
export const processSettings = declareSettings({
  port: {
    env: 'PORT',
    doc: 'The port of the web server; 0 takes a free one.',
    schema: Type.Integer({ minimum: 0, maximum: 65_535 }),
    default: 3000,
  },
  host: {
    env: 'HOST',
    doc: 'The address the web server listens on.',
    schema: Type.String({ minLength: 1 }),
    default: '127.0.0.1',
  },
  publicUrl: {
    env: 'PUBLIC_URL',
    doc: 'The address people use, as it stands in mails, e.g. https://desk.example.org; http://localhost:PORT when unset.',
    schema: Type.String({ pattern: '^https?://[^\\s/]+(:\\d+)?$' }),
  },
  dataDir: {
    env: 'DATA_DIR',
    doc: 'The folder for the embedded PostgreSQL and for files.',
    schema: Type.String({ minLength: 1 }),
    default: 'data',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    doc: 'A PostgreSQL of your own (15 or newer), postgres://user:password@host:port/database; embedded when unset.',
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
  },
  databasePool: {
    env: 'DATABASE_POOL',
    doc: 'Connections this process opens to PostgreSQL at most.',
    schema: Type.Integer({ minimum: 4, maximum: 500 }),
    default: 20,
  },
  jobConcurrency: {
    env: 'JOB_CONCURRENCY',
    doc: 'Jobs this process runs at once.',
    schema: Type.Integer({ minimum: 1, maximum: 100 }),
    default: 4,
  },
  logLevel: {
    env: 'LOG_LEVEL',
    doc: 'debug, info, warn, error or silent.',
    schema: Type.Enum(['debug', 'info', 'warn', 'error', 'silent']),
    default: 'warn',
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    doc: 'Addresses or subnets of reverse proxies whose X-Forwarded-* headers are believed, separated by commas.',
    schema: Type.String(),
    default: 'loopback',
  },
  uploadLimit: {
    env: 'UPLOAD_LIMIT',
    doc: 'Bytes of one uploaded file.',
    schema: Type.Integer({ minimum: 1024 }),
    default: 50 * 1024 * 1024,
  },
})
