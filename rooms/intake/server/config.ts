import { Type } from 'typebox'
import { declareSettings } from '../../../platform/config/index.ts'
import { OneOf } from '../../../platform/http/schemas.ts'
import { declareDeskSettings } from '../../../platform/settings/declare.ts'

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
  smtpInAuth: {
    env: 'SMTP_IN_AUTH',
    doc: 'Whether senders sign in at the mail listener: off, offered, or required. Needs STARTTLS and SMTP_IN_USERS.',
    schema: Type.Enum(['off', 'offered', 'required']),
    default: 'off',
  },
  smtpInUsers: {
    env: 'SMTP_IN_USERS',
    doc: 'Who may sign in at the mail listener: name:password, several separated by commas.',
    schema: Type.String({ minLength: 3 }),
  },
  imapPollSeconds: {
    env: 'IMAP_POLL_SECONDS',
    doc: 'How often a collected mailbox is asked for news when its server cannot push them (IDLE).',
    schema: Type.Integer({ minimum: 1, maximum: 3600 }),
    default: 60,
  },
})

export const deskSettings = declareDeskSettings('intake', {
  recipients: {
    group: 'mailIn',
    env: 'SMTP_IN_RECIPIENTS',
    schema: OneOf(['any', 'mailboxes']),
    default: 'any',
    words: {
      en: {
        label: 'Whose mail the mail listener takes',
        help: 'Any address is right behind a mail server that only forwards the desk’s mail. Otherwise let it refuse mail to unknown addresses (550).',
        choices: { any: 'Mail to any address', mailboxes: 'Only mail to mailboxes of the desk' },
      },
      de: {
        label: 'Wessen Post der Mail-Empfänger annimmt',
        help: 'Jede Adresse ist richtig hinter einem Mailserver, der nur die Post des Desks weiterleitet. Sonst lassen Sie unbekannte Adressen abweisen (550).',
        choices: { any: 'Post an jede Adresse', mailboxes: 'Nur Post an Postfächer des Desks' },
      },
    },
  },
})
