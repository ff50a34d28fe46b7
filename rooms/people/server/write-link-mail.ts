export type LinkMail = 'sign-in' | 'password-reset' | 'invitation'

interface Words {
  subject: string
  lead: string
  button: string
  tail: string
}

interface Values {
  name: string
  desk: string
  link: string
}

const words: Record<string, Record<LinkMail, (values: Values) => Words>> = {
  en: {
    'sign-in': ({ desk }) => ({
      subject: `Sign in to ${desk}`,
      lead: `Use this link to sign in to the help desk of ${desk}. It works once, within the next 15 minutes.`,
      button: 'Sign in',
      tail: 'If you did not ask for it, ignore this mail; nobody gets in without it.',
    }),
    'password-reset': ({ desk }) => ({
      subject: `A new password for ${desk}`,
      lead: `Use this link to set a new password for the help desk of ${desk}. It works once, within the next hour.`,
      button: 'Set a new password',
      tail: 'If you did not ask for it, ignore this mail; your password stays as it is.',
    }),
    invitation: ({ desk }) => ({
      subject: `You are invited to the help desk of ${desk}`,
      lead: `You are invited to the help desk of ${desk}. Use this link within the next seven days to choose a password.`,
      button: 'Accept the invitation',
      tail: 'If you do not know what this is about, ignore this mail.',
    }),
  },
  de: {
    'sign-in': ({ desk }) => ({
      subject: `Anmelden bei ${desk}`,
      lead: `Mit diesem Link melden Sie sich beim Helpdesk von ${desk} an. Er gilt einmal, in den nächsten 15 Minuten.`,
      button: 'Anmelden',
      tail: 'Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Mail; ohne sie kommt niemand hinein.',
    }),
    'password-reset': ({ desk }) => ({
      subject: `Ein neues Passwort für ${desk}`,
      lead: `Mit diesem Link setzen Sie ein neues Passwort für den Helpdesk von ${desk}. Er gilt einmal, in der nächsten Stunde.`,
      button: 'Neues Passwort setzen',
      tail: 'Falls Sie ihn nicht angefordert haben, ignorieren Sie diese Mail; Ihr Passwort bleibt, wie es ist.',
    }),
    invitation: ({ desk }) => ({
      subject: `Einladung zum Helpdesk von ${desk}`,
      lead: `Sie sind zum Helpdesk von ${desk} eingeladen. Wählen Sie mit diesem Link in den nächsten sieben Tagen ein Passwort.`,
      button: 'Einladung annehmen',
      tail: 'Falls Sie nicht wissen, worum es geht, ignorieren Sie diese Mail.',
    }),
  },
}

const greeting: Record<string, (name: string) => string> = {
  en: (name) => `Hello ${name},`,
  de: (name) => `Guten Tag ${name},`,
}

/** Subject, text and HTML of a mail with one link; English where the language is not known. */
export function writeLinkMail(kind: LinkMail, language: string, values: Values) {
  const known = language.split('-')[0] ?? 'en'
  const code = words[known] ? known : 'en'
  const { subject, lead, button, tail } = (words[code] ?? words.en)![kind](values)
  const hello = (greeting[code] ?? greeting.en)!(values.name)
  const text = `${hello}\n\n${lead}\n\n${values.link}\n\n${tail}\n`
  const html = `<p>${escapeHtml(hello)}</p><p>${escapeHtml(lead)}</p><p><a href="${escapeHtml(values.link)}">${escapeHtml(button)}</a></p><p>${escapeHtml(tail)}</p>`
  return { subject, text, html }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
