/** Words that a mail in the language can hardly do without, and that are words in neither the other nor a neighbour. */
const WORDS = {
  de: 'aber auch auf bei bitte das dass dem den der ein eine einen einer er für grüße grüßen guten habe haben hallo ich ihnen ihr ihre im ist kann können kein keine liebe mehr mein meine meinen mit nach nicht noch oder schon seit sehr sich sie sind über und uns vom von vielen wenn werden wie wieder wird zum zur',
  en: 'about again and any anymore are but can cannot could does doing from has have hello help how it just my need no not please regards since that the there they this to today trying when which with would you your',
} as const
type Language = keyof typeof WORDS
const languages = Object.keys(WORDS) as Language[]

const sets = new Map(languages.map((language) => [language, new Set(WORDS[language].split(' '))]))
const READ_CHARS = 3000
const ENOUGH = 3

/**
 * The language of the desk's that a mail is written in: by its words; where they do not tell, by what the sender's program
 * says they read (RFC 3282). Null for another language, or when it cannot be told.
 */
export function languageOf(mail: { headers: ReadonlyMap<string, readonly string[]> }, text: string): Language | null {
  const words =
    text
      .slice(0, READ_CHARS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const hits = languages
    .map((language) => ({ language, count: words.filter((word) => sets.get(language)?.has(word)).length }))
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = hits
  if (first && first.count >= ENOUGH && first.count > 2 * (second?.count ?? 0)) return first.language
  // Many words and none of ours: it is another language, whatever the program says.
  if (words.length > 25 && (first?.count ?? 0) < ENOUGH) return null
  const told = [...(mail.headers.get('content-language') ?? []), ...(mail.headers.get('accept-language') ?? [])][0]
  const subtag = /^\s*([a-z]{2,3})\b/i.exec(told ?? '')?.[1]?.toLowerCase()
  return languages.find((language) => language === subtag) ?? null
}
