import { declareTemplate, type MailTemplate } from '../../../platform/templates/index.ts'

export type LinkMail = 'sign-in' | 'password-reset' | 'invitation'

const variables = {
  name: { kind: 'text', example: 'Ada Example', words: { en: 'Name of whom it is for', de: 'Name, für wen sie ist' } },
  desk: {
    kind: 'text',
    example: 'Harbour Hospital',
    words: { en: 'Name of the organisation', de: 'Name der Organisation' },
  },
  link: {
    kind: 'link',
    example: 'https://desk.example.org/sign-in?token=…',
    words: { en: 'The link, which works once', de: 'Der Link, der einmal gilt' },
  },
} as const

const common = { frame: 'card', variables, required: ['link'] } as const

export const linkTemplates: Record<LinkMail, MailTemplate> = {
  'sign-in': declareTemplate({
    ...common,
    name: 'people.sign-in',
    words: {
      en: { title: 'Sign-in link', help: 'Sent to whoever asks for a link instead of a password.' },
      de: { title: 'Anmeldelink', help: 'Bekommt, wer statt eines Passworts einen Link anfordert.' },
    },
    builtIn: {
      en: {
        subject: 'Sign in to {{desk}}',
        body: `Hello {{name}},

use this link to sign in to the help desk of {{desk}}. It works once, within the next 15 minutes.

[Sign in]({{link}})

If you did not ask for it, ignore this mail; nobody gets in without it.`,
      },
      de: {
        subject: 'Anmelden bei {{desk}}',
        body: `Guten Tag {{name}},

mit diesem Link melden Sie sich beim Helpdesk von {{desk}} an. Er gilt einmal, in den nächsten 15 Minuten.

[Anmelden]({{link}})

Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Mail; ohne sie kommt niemand hinein.`,
      },
    },
  }),
  'password-reset': declareTemplate({
    ...common,
    name: 'people.password-reset',
    words: {
      en: { title: 'New password', help: 'Sent to whoever has forgotten their password.' },
      de: { title: 'Neues Passwort', help: 'Bekommt, wer sein Passwort vergessen hat.' },
    },
    builtIn: {
      en: {
        subject: 'A new password for {{desk}}',
        body: `Hello {{name}},

use this link to set a new password for the help desk of {{desk}}. It works once, within the next hour.

[Set a new password]({{link}})

If you did not ask for it, ignore this mail; your password stays as it is.`,
      },
      de: {
        subject: 'Ein neues Passwort für {{desk}}',
        body: `Guten Tag {{name}},

mit diesem Link setzen Sie ein neues Passwort für den Helpdesk von {{desk}}. Er gilt einmal, in der nächsten Stunde.

[Neues Passwort setzen]({{link}})

Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Mail; Ihr Passwort bleibt, wie es ist.`,
      },
    },
  }),
  invitation: declareTemplate({
    ...common,
    name: 'people.invitation',
    words: {
      en: { title: 'Invitation', help: 'Sent to whom an administrator invites.' },
      de: { title: 'Einladung', help: 'Bekommt, wen ein Administrator einlädt.' },
    },
    builtIn: {
      en: {
        subject: 'You are invited to the help desk of {{desk}}',
        body: `Hello {{name}},

you are invited to the help desk of {{desk}}. Use this link within the next seven days to choose a password.

[Accept the invitation]({{link}})

If you do not know what this is about, ignore this mail.`,
      },
      de: {
        subject: 'Einladung zum Helpdesk von {{desk}}',
        body: `Guten Tag {{name}},

Sie sind zum Helpdesk von {{desk}} eingeladen. Wählen Sie mit diesem Link in den nächsten sieben Tagen ein Passwort.

[Einladung annehmen]({{link}})

Falls Sie nicht wissen, worum es geht, ignorieren Sie diese Mail.`,
      },
    },
  }),
}
