interface MailTemplateTable {
  name: string
  language: string
  version: number
  subject: string | null
  body: string | null
  savedAt: Date
  savedBy: string
}

declare module '../db/tables.ts' {
  interface Tables {
    'platform.mailTemplate': MailTemplateTable
  }
}
