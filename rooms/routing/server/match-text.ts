/** Texts are compared in small letters, without accents, and with single blanks. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/\s+/g, ' ').trim()
}

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char)

/**
 * A test for a word or a phrase as it stands in a plain text; `druck*` also finds what begins so. One pass over the text,
 * whatever is looked for.
 */
export function finder(words: string): (text: string) => boolean {
  const open = words.endsWith('*')
  const wanted = plain(open ? words.slice(0, -1) : words)
  if (wanted === '') return () => false
  return (text) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      const begins = !isWord(wanted[0]) || !isWord(text[at - 1])
      if (begins && (open || !isWord(wanted.at(-1)) || !isWord(text[end]))) return true
    }
    return false
  }
}

type Token = string | 'any' | 'run' | 'digit'
const special: Readonly<Record<string, Token>> = { '*': 'run', '?': 'any', '#': 'digit' }

/**
 * A test for a pattern anywhere in a plain text, at the borders of words: `*` is any run without blanks, `?` one character,
 * `#` a digit. All places it may be in are followed at once, so the time is that of text times pattern, never more.
 */
export function patternFinder(pattern: string): (text: string) => boolean {
  const tokens = [...pattern.trim().toLowerCase()].slice(0, 100).map((char) => ({ char, kind: special[char] }))
  if (tokens.length === 0) return () => false
  const last = tokens.length
  const fits = (index: number, char: string) => {
    const token = tokens[index]
    if (token === undefined) return false
    if (token.kind === 'digit') return char >= '0' && char <= '9'
    if (token.kind === 'any' || token.kind === 'run') return char !== ' '
    return token.char === char
  }
  return (text) => {
    let places = new Set<number>()
    const enter = (into: Set<number>, index: number) => {
      for (let next = index; !into.has(next); next++) {
        into.add(next)
        // A run may also be empty.
        if (tokens[next]?.kind !== 'run') break
      }
    }
    for (let at = 0; at <= text.length; at++) {
      const before = at === 0 || !isWord(text[at - 1])
      if (before) enter(places, 0)
      if (places.has(last) && !(isWord(text[at - 1]) && isWord(text[at]))) return true
      const char = text[at]
      if (char === undefined) break
      const next = new Set<number>()
      for (const index of places) {
        if (!fits(index, char)) continue
        enter(next, tokens[index]?.kind === 'run' ? index : index + 1)
      }
      places = next
    }
    return places.has(last)
  }
}
