import { Type } from 'typebox'
import { declareSettings } from '../../../platform/config/index.ts'

export const settings = declareSettings({
  smtpInPort: {
    env: 'SMTP_IN_PORT',
    doc: 'The port of the listener that takes mail for the desk; 0 takes a free one.',
    schema: Type.Integer({ minimum: 0, maximum: 65_535 }),
    default: 2525,
  },
  smtpInHost: {
    env: 'SMTP_IN_HOST',
    doc: 'The address the mail listener listens on; HOST when unset.',
    schema: Type.String({ minLength: 1 }),
  },
  smtpInSizeLimit: {
    env: 'SMTP_IN_SIZE_LIMIT',
    doc: 'Bytes of one inbound message.',
    schema: Type.Integer({ minimum: 10_000 }),
    default: 50 * 1024 * 1024,
  },
  smtpInRecipients: {
    env: 'SMTP_IN_RECIPIENTS',
    doc: 'Whose mail the listener takes: any (what the server before it forwards), or only mailboxes of the desk.',
    schema: Type.Enum(['any', 'mailboxes']),
    default: 'any',
  },
  smtpInRate: {
    env: 'SMTP_IN_RATE',
    doc: 'Messages a minute that one address may hand in; more are put off with a temporary error.',
    schema: Type.Integer({ minimum: 1 }),
    default: 20_000,
  },
  smtpInTlsCert: {
    env: 'SMTP_IN_TLS_CERT',
    doc: 'File of the certificate for STARTTLS; without it and its key there is no STARTTLS.',
    schema: Type.String({ minLength: 1 }),
  },
  smtpInTlsKey: {
    env: 'SMTP_IN_TLS_KEY',
    doc: 'File of the private key for STARTTLS.',
    schema: Type.String({ minLength: 1 }),
  },
  imapPollSeconds: {
    env: 'IMAP_POLL_SECONDS',
    doc: 'How often a collected mailbox is asked for news when its server cannot push them (IDLE).',
    schema: Type.Integer({ minimum: 1, maximum: 3600 }),
    default: 60,
  },
})
