/** The words of one thing in every language that the screens speak. */
export type InEveryLanguage<T> = Readonly<Record<'en' | 'de', T>>

/** What settings are gathered under, in the order of the screen. */
export const settingGroups = {
  tickets: { en: 'Tickets', de: 'Tickets' },
  replies: { en: 'Replies', de: 'Antworten' },
  mailIn: { en: 'Incoming mail', de: 'Eingehende E-Mails' },
  mailTrust: { en: 'Forged mail, spam and storms', de: 'Gefälschte E-Mails, Spam und Mailfluten' },
  mailOut: { en: 'Outgoing mail', de: 'Ausgehende E-Mails' },
  portal: { en: 'Portal', de: 'Portal' },
  signIn: { en: 'Signing in', de: 'Anmeldung' },
  security: { en: 'Security', de: 'Sicherheit' },
} as const satisfies Record<string, InEveryLanguage<string>>

export type SettingGroup = keyof typeof settingGroups
