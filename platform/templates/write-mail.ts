import type { Listeners, Tx } from '../db/index.ts'
import type { TemplateText } from './check-template.ts'
import { builtInText, type MailTemplate, shortLanguage } from './declare.ts'
import { type RenderedMail, renderTemplate, type Values } from './render-template.ts'
import './tables.ts'

interface About {
  language: string
  brand: string
  footer?: string
}

/** Command: a mail in the words of a template, in a language: the administrator's words, or the program's. */
export async function writeMail(tx: Tx, template: MailTemplate, values: Values, about: About): Promise<RenderedMail> {
  const language = shortLanguage(about.language)
  const changed = await changedTexts(tx)
  const own = changed.get(`${template.name} ${language}`)
  // A language that nobody wrote and the program does not speak is answered in English, as an administrator changed that.
  const english = language === 'de' ? undefined : changed.get(`${template.name} en`)
  const text =
    own ?? (language === 'en' || language === 'de' ? builtInText(template, language) : (english ?? template.builtIn.en))
  return renderTemplate(template, text, values, { ...about, language, frame: template.frame })
}

/** In another process than the one that saved, a changed text is used so much later at most. */
const KEEP_MS = 30_000
let kept = new WeakMap<Listeners, { untilMs: number; texts: Map<string, TemplateText> }>()

/** The texts in force, by name and language. Asked for with every mail, so remembered for a moment. */
async function changedTexts(tx: Tx): Promise<Map<string, TemplateText>> {
  const now = performance.now()
  const before = kept.get(tx.listeners)
  if (before && before.untilMs > now) return before.texts
  const rows = await tx
    .selectFrom('platform.mailTemplate')
    .select(['name', 'language', 'subject', 'body'])
    .distinctOn(['name', 'language'])
    .orderBy('name')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()
  const texts = new Map<string, TemplateText>()
  for (const { name, language, subject, body } of rows) {
    if (subject !== null && body !== null) texts.set(`${name} ${language}`, { subject, body })
  }
  kept.set(tx.listeners, { untilMs: now + KEEP_MS, texts })
  return texts
}

/** To be called in the transaction that saves one. */
export function forgetTexts(tx: Tx): void {
  kept = new WeakMap()
  tx.afterCommit.push(() => {
    kept = new WeakMap()
  })
}
