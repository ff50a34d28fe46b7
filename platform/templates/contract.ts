import { type Static, Type } from 'typebox'
import { endpoint } from '../http/contract.ts'
import { Instant, Nullable, OneOf } from '../http/schemas.ts'

const tag = 'mail templates'
const Name = Type.String({ pattern: '^[a-z][a-z0-9_.-]{1,79}$' })
const Language = Type.String({ pattern: '^[a-z]{2}$' })
const ByName = Type.Object({ name: Name })
const ByLanguage = Type.Object({ name: Name, language: Language })

export const TemplateText = Type.Object({
  subject: Type.String({ minLength: 1, maxLength: 500 }),
  body: Type.String({ maxLength: 20_000 }),
})

const problemCodes = [
  'unknown',
  'unclosed_block',
  'stray_close',
  'wrong_close',
  'unclosed_tag',
  'bad_tag',
  'missing',
  'no_link',
  'bad_link',
] as const

export const TemplateProblem = Type.Object({
  field: OneOf(['subject', 'body']),
  code: OneOf(problemCodes),
  line: Type.Integer(),
  column: Type.Integer(),
  name: Type.String({ description: 'The variable, block or text that is meant' }),
})
export type TemplateProblem = Static<typeof TemplateProblem>

const Words = Type.Object({ title: Type.String(), help: Type.String() })

export const MailTemplate = Type.Object({
  name: Name,
  words: Type.Object({ en: Words, de: Words }),
  variables: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: OneOf(['text', 'link', 'html']),
      required: Type.Boolean(),
      example: Type.String(),
      words: Type.Object({ en: Type.String(), de: Type.String() }),
    }),
  ),
  hasSample: Type.Boolean({ description: 'It can be looked at with a real ticket' }),
  languages: Type.Array(
    Type.Object({
      language: Language,
      changed: Type.Boolean({ description: 'Not the text that the program brings' }),
      savedAt: Nullable(Instant),
      savedBy: Nullable(Type.String()),
    }),
  ),
})
export type MailTemplate = Static<typeof MailTemplate>

export const MailTemplateText = Type.Object({
  ...TemplateText.properties,
  builtIn: TemplateText,
  changed: Type.Boolean(),
  version: Type.Integer({ description: '0: nobody ever changed it' }),
})
export type MailTemplateText = Static<typeof MailTemplateText>

export const listMailTemplates = endpoint({
  method: 'GET',
  path: '/api/v1/mail-templates',
  summary: 'The mails that the desk writes itself, with what their words may use',
  tag,
  response: Type.Object({ items: Type.Array(MailTemplate), nextCursor: Nullable(Type.String()) }),
})

export const getMailTemplate = endpoint({
  method: 'GET',
  path: '/api/v1/mail-templates/:name/:language',
  summary: 'The words of a mail in a language',
  tag,
  params: ByLanguage,
  response: MailTemplateText,
})

export const saveMailTemplate = endpoint({
  method: 'PUT',
  path: '/api/v1/mail-templates/:name/:language',
  summary: 'Change the words of a mail; broken ones are refused with the line and the variable',
  tag,
  params: ByLanguage,
  body: TemplateText,
  response: MailTemplateText,
})

export const resetMailTemplate = endpoint({
  method: 'DELETE',
  path: '/api/v1/mail-templates/:name/:language',
  summary: 'Go back to the words that the program brings; the changed ones stay among the versions',
  tag,
  params: ByLanguage,
  response: MailTemplateText,
  status: 200,
})

export const listMailTemplateVersions = endpoint({
  method: 'GET',
  path: '/api/v1/mail-templates/:name/:language/versions',
  summary: 'Every text a mail had, newest first',
  tag,
  params: ByLanguage,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        subject: Nullable(Type.String({ description: 'null: back to the words that the program brings' })),
        body: Nullable(Type.String()),
        savedAt: Instant,
        savedBy: Type.String(),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
})

const Draft = Type.Object({
  language: Language,
  subject: Type.String({ maxLength: 500 }),
  body: Type.String({ maxLength: 20_000 }),
  ticket: Type.Optional(Type.Integer({ minimum: 1, description: 'A real ticket to try it with' })),
})

export const previewMailTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/mail-templates/:name/previews',
  summary: 'How a mail would look with these words, on a real ticket or on made-up values; saves and sends nothing',
  tag,
  params: ByName,
  body: Draft,
  response: Type.Object({
    subject: Type.String(),
    text: Type.String(),
    html: Type.String(),
    problems: Type.Array(TemplateProblem),
  }),
})

export const tryMailTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/mail-templates/:name/trials',
  summary: 'Send a mail with these words to oneself',
  tag,
  params: ByName,
  body: Draft,
  response: Type.Object({ to: Type.String() }),
  status: 201,
})
