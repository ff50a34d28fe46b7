import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import de from '../locales/de.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }

export type Language = 'en' | 'de'
export const languages: ReadonlyArray<{ value: Language; label: string }> = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
]
const storageKey = 'deskhand.language'

function chosen(): Language {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // Storage refused: the browser's language decides.
  }
  if (stored === 'en' || stored === 'de') return stored
  const wanted = typeof navigator === 'undefined' ? 'en' : navigator.language
  return wanted.toLowerCase().startsWith('de') ? 'de' : 'en'
}

void i18next.use(initReactI18next).init({
  lng: chosen(),
  fallbackLng: 'en',
  defaultNS: 'kit',
  resources: { en: { kit: en }, de: { kit: de } },
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

function markDocument(language: string) {
  if (typeof document === 'undefined') return
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
}
markDocument(i18next.language)
i18next.on('languageChanged', markDocument)

/** Adds a room's or screen's strings: `registerStrings('ticket', { en, de })`, then `useTranslation('ticket')`. */
export function registerStrings(namespace: string, strings: Record<Language, object>) {
  for (const { value } of languages) i18next.addResourceBundle(value, namespace, strings[value], true, true)
}

/**
 * The words for refusals by their code (`{ team: { in_use: '…' } }`), in a language other than the server's English. What
 * has none is shown in the server's words.
 */
export function registerProblems(language: Exclude<Language, 'en'>, words: object) {
  i18next.addResourceBundle(language, 'problems', words, true, true)
}

/** The words for a code in the reader's language; undefined where the server's own have to do. */
export function problemIn(code: string, params: Record<string, unknown> = {}): string | undefined {
  return i18next.exists(`problems:${code}`) ? i18next.t(`problems:${code}`, params) : undefined
}

export const currentLanguage = () => i18next.language as Language

/** Switches the language; `remember: false` for a language that comes from the person's own settings. */
export async function setLanguage(language: Language, { remember = true } = {}) {
  if (remember) {
    try {
      localStorage.setItem(storageKey, language)
    } catch {
      // Storage refused: the choice holds for this page.
    }
  }
  await i18next.changeLanguage(language)
}

/** Outside of components; inside use `useTranslation`. */
export const translate = (key: string, values?: Record<string, unknown>) => i18next.t(key, values ?? {})
