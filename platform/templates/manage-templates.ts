import type { Static } from 'typebox'
import type { Cx } from '../cx.ts'
import type { Reader } from '../db/index.ts'
import { stale } from '../errors/index.ts'
import { tell } from '../facts/index.ts'
import { queueMail } from '../mail/index.ts'
import { checkTemplate, type FieldProblem, type TemplateText } from './check-template.ts'
import type { MailTemplateText, previewMailTemplate, MailTemplate as ShownTemplate } from './contract.ts'
import { builtInText, declaredTemplates, type MailTemplate, templateNamed } from './declare.ts'
import { brokenTemplate, noAddress, templateNotFound } from './errors.ts'
import { mailTemplateSaved } from './facts.ts'
import { type RenderedMail, renderTemplate, type Values } from './render-template.ts'
import { forgetTexts } from './write-mail.ts'

type Draft = Static<NonNullable<(typeof previewMailTemplate)['body']>>

export async function viewTemplates(reader: Reader): Promise<{ items: ShownTemplate[]; nextCursor: null }> {
  const rows = await reader
    .selectFrom('platform.mailTemplate')
    .selectAll()
    .distinctOn(['name', 'language'])
    .orderBy('name')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()
  const items = declaredTemplates().map((template) => {
    const languages = new Set([
      'en',
      'de',
      ...rows.filter((row) => row.name === template.name).map((row) => row.language),
    ])
    return {
      name: template.name,
      words: template.words,
      variables: Object.entries(template.variables).map(([name, variable]) => ({
        name,
        ...variable,
        required: template.required.includes(name),
      })),
      hasSample: template.sample !== undefined,
      languages: [...languages].map((language) => {
        const row = rows.find((one) => one.name === template.name && one.language === language)
        return {
          language,
          changed: row?.body != null,
          savedAt: row?.savedAt.toISOString() ?? null,
          savedBy: row?.savedBy ?? null,
        }
      }),
    }
  })
  return { items, nextCursor: null }
}

export async function viewText(reader: Reader, name: string, language: string): Promise<MailTemplateText> {
  const template = known(name)
  const newest = await newestVersion(reader, name, language)
  const builtIn = builtInText(template, language)
  const own =
    newest?.subject != null && newest.body != null ? { subject: newest.subject, body: newest.body } : undefined
  return { ...(own ?? builtIn), builtIn, changed: own !== undefined, version: newest?.version ?? 0 }
}

export async function viewVersions(reader: Reader, name: string, language: string) {
  known(name)
  const rows = await reader
    .selectFrom('platform.mailTemplate')
    .select(['version', 'subject', 'body', 'savedAt', 'savedBy'])
    .where('name', '=', name)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return { items: rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() })), nextCursor: null }
}

/** Keeps a text that is whole; one that is broken is refused, and the first thing wrong is named with its line. */
export async function saveText(cx: Cx, name: string, language: string, text: TemplateText, ifMatch?: string) {
  const [first, ...rest] = checkTemplate(known(name), text)
  if (first) throw brokenTemplate(first, { field: `body.${first.field}`, extra: { problems: [first, ...rest] } })
  return keepVersion(cx, name, language, text, ifMatch)
}

export async function resetText(cx: Cx, name: string, language: string, ifMatch?: string) {
  known(name)
  return keepVersion(cx, name, language, null, ifMatch)
}

async function keepVersion(cx: Cx, name: string, language: string, text: TemplateText | null, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const before = await viewText(tx, name, language)
    if (ifMatch !== undefined && ifMatch !== String(before.version)) {
      throw stale(undefined, { extra: { current: before } })
    }
    const kept = await tx
      .insertInto('platform.mailTemplate')
      .values({
        name,
        language,
        version: before.version + 1,
        subject: text?.subject.trim() ?? null,
        body: text === null ? null : text.body.replace(/\r\n?/g, '\n'),
        savedAt: tx.now,
        savedBy: tx.actor.name,
      })
      // Two that save at once: the later is told of the other.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) {
      throw stale(undefined, { extra: { current: await viewText(tx, name, language) } })
    }
    forgetTexts(tx)
    await tell(tx, mailTemplateSaved, 1, { name, language, version: before.version + 1, builtIn: text === null })
    return viewText(tx, name, language)
  })
}

export async function previewText(
  cx: Cx,
  name: string,
  draft: Draft,
): Promise<RenderedMail & { problems: FieldProblem[] }> {
  const template = known(name)
  return { ...(await render(cx, template, draft)), problems: checkTemplate(template, draft) }
}

/** Sends what the preview shows to who asks for it. */
export async function tryText(cx: Cx, name: string, draft: Draft): Promise<{ to: string }> {
  const template = known(name)
  const [first] = checkTemplate(template, draft)
  if (first) throw brokenTemplate(first, { field: `body.${first.field}` })
  const { email } = cx.actor as { email?: string | null }
  if (!email) throw noAddress()
  const mail = await render(cx, template, draft)
  await cx.tx((tx) => queueMail(tx, { to: [{ email, name: cx.actor.name }], ...mail, automatic: true, about: 'trial' }))
  return { to: email }
}

async function render(cx: Cx, template: MailTemplate, draft: Draft): Promise<RenderedMail> {
  const { language, ticket } = draft
  const sample = ticket === undefined || !template.sample ? undefined : await template.sample(cx, ticket)
  return renderTemplate(template, draft, sample?.values ?? examples(template), {
    language,
    frame: template.frame,
    brand: sample?.brand ?? 'IT Service Desk',
  })
}

function examples(template: MailTemplate): Values {
  return Object.fromEntries(
    Object.entries(template.variables).map(([name, { kind, example }]) => [
      name,
      kind === 'html' ? { html: example, text: example.replace(/<[^>]*>/g, '') } : example,
    ]),
  )
}

async function newestVersion(reader: Reader, name: string, language: string) {
  return reader
    .selectFrom('platform.mailTemplate')
    .selectAll()
    .where('name', '=', name)
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function known(name: string): MailTemplate {
  const template = templateNamed(name)
  if (!template) throw templateNotFound({ name })
  return template
}
