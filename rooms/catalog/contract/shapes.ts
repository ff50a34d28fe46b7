import { type Static, Type } from 'typebox'
import { OneOf } from '../../../platform/http/schemas.ts'

export const priorities = ['critical', 'high', 'moderate', 'low'] as const
export type Priority = (typeof priorities)[number]
export const PrioritySchema = OneOf(priorities)

/** The kinds a service can start a ticket with. */
export const kinds = ['incident', 'request', 'question', 'problem', 'change'] as const
export type Kind = (typeof kinds)[number]

/** BCP 47, as the keys of words in several languages. */
const language = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'

/** The same words in one or more languages: `{ en: 'User name', de: 'Benutzername' }`. */
export const Words = Type.Record(Type.String({ pattern: language }), Type.String({ maxLength: 500 }), {
  minProperties: 1,
})
export type Words = Static<typeof Words>

export const Translations = Type.Record(
  Type.String({ pattern: language }),
  Type.Object({
    name: Type.Optional(Type.String({ maxLength: 80 })),
    publicDescription: Type.Optional(Type.String({ maxLength: 500 })),
  }),
)
export type Translations = Static<typeof Translations>

/** The words in the reader's language, else in its base language, else English, else the first there are. */
export function inLanguage(words: Words | undefined, wanted: string): string {
  if (!words) return ''
  return words[wanted] || words[wanted.split('-')[0] ?? ''] || words.en || Object.values(words).find(Boolean) || ''
}

/** The name of a service or category in the reader's language. */
export function nameIn(thing: { name: string; translations: Translations }, wanted: string): string {
  const found = thing.translations[wanted] ?? thing.translations[wanted.split('-')[0] ?? '']
  return found?.name || thing.name
}

/** A word or more: not only blanks. */
export const named = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const Level = Type.Integer({ minimum: 1, maximum: 5 })
