import type { Cx } from '../cx.ts'
import type { Checkable, TemplateText } from './check-template.ts'
import type { FrameLook } from './frame-mail.ts'
import type { Values } from './render-template.ts'

/** A mail that the program writes, declared where its feature lives; administrators may change its words. */
export interface MailTemplate extends Checkable {
  /** `room.mail`, e.g. `conversation.acknowledgement`. */
  name: string
  frame: FrameLook['frame']
  words: { en: { title: string; help: string }; de: { title: string; help: string } }
  builtIn: { en: TemplateText; de: TemplateText }
  /** What it would say about a real ticket, and the name above it. Throws what `ticketFor` throws. */
  sample?: (cx: Cx, ticketNumber: number) => Promise<{ values: Values; brand: string }>
}

const declared = new Map<string, MailTemplate>()

export function declareTemplate<const T extends MailTemplate>(template: T): T {
  declared.set(template.name, template)
  return template
}

export function declaredTemplates(): MailTemplate[] {
  return [...declared.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

export function templateNamed(name: string): MailTemplate | undefined {
  return declared.get(name)
}

/** The text the program brings in a language: English where it has none. */
export function builtInText(template: MailTemplate, language: string): TemplateText {
  return language === 'de' ? template.builtIn.de : template.builtIn.en
}

/** `de-AT` and `DE` are `de`. */
export function shortLanguage(language: string): string {
  return /^[a-z]{2}/i.exec(language)?.[0].toLowerCase() ?? 'en'
}
