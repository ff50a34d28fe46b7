import { Type } from 'typebox'
import { declareSettings, settingOf } from '../config/index.ts'
import { publicUrl } from '../config/public-url.ts'

export const settings = declareSettings({
  smtpOutUrl: {
    env: 'SMTP_OUT_URL',
    doc: 'The server that mail goes out through, smtp://user:password@host:port or smtps://…; an administrator can set another in the outbox. While there is none, mail is kept and shown as not sent.',
    schema: Type.String({ pattern: '^smtps?://' }),
  },
  mailFrom: {
    env: 'MAIL_FROM',
    doc: 'The address mail is sent from where no mailbox says otherwise; desk@ and the host of PUBLIC_URL when unset.',
    schema: Type.String({ pattern: '^[^@\\s<>]+@[^@\\s<>]+$' }),
  },
})

/** The address of the desk itself. */
export function deskAddress(): string {
  return settingOf(settings.mailFrom) ?? `desk@${new URL(publicUrl()).hostname}`
}
