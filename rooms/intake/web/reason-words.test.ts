import { expect, test } from 'vitest'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import { reasonWords } from './reason-words.ts'

const words = (locale: typeof en) =>
  ((key: string, values: Record<string, string>) => {
    const text = locale.reason[key.replace('reason.', '') as keyof typeof en.reason]
    return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '?')
  }) as unknown as Parameters<typeof reasonWords>[0]

test.each([
  ['It goes round between mail servers.', 'Sie kreist zwischen Mailservern.'],
  ['It is the same message as inbound mail 12.', 'Sie ist dieselbe Nachricht wie die eingehende E-Mail 12.'],
  [
    'It is taken for spam. Its header gives it 7 stars in X-Spam-Level.',
    'Sie gilt als Spam. Ein Filter gab ihr 7 Sterne für Spam.',
  ],
  [
    'There are more than 20 messages about “disk full” in 10 minutes.',
    'In 10 Minuten kamen mehr als 20 Nachrichten zu „disk full“.',
  ],
  ['It was sent by an inbox rule.', 'Sie ist eine automatische Antwort.'],
  ['the last part is not closed', 'Ihr Ende fehlt.'],
  ['ENOSPC: no space left on device', 'ENOSPC: no space left on device'],
])('%s', (said, german) => {
  expect(reasonWords(words(de), said)).toBe(german)
  expect(reasonWords(words(en), said)).not.toContain('?')
})
