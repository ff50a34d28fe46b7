import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'

const mail = (language?: string) => ({ headers: new Map(language ? [['content-language', [language]]] : []) })

test.each([
  ['der Drucker im Empfang druckt seit heute Morgen nicht mehr.', undefined, 'de'],
  ['Guten Tag, mein Passwort geht nicht. Können Sie helfen? Danke', 'en-US', 'de'],
  ['The printer on our floor does not print since this morning.', undefined, 'en'],
  ['Hi, I cannot log in, please help', 'de-DE', 'en'],
  ['Printer broken', 'de-DE', 'de'],
  ['Printer broken', 'en-GB, de;q=0.5', 'en'],
  ['Printer broken', 'fr-FR', null],
  ['Printer broken', undefined, null],
  ['', undefined, null],
  [
    'Bonjour, mon imprimante ne fonctionne plus depuis ce matin et je ne peux pas imprimer les dossiers de mes patients. Pouvez-vous venir voir ce qui ne va pas avec elle ? Merci',
    'de-DE',
    null,
  ],
  [
    'Goedemorgen, de printer op onze afdeling doet het niet meer sinds vanochtend. Kan iemand er naar kijken? We hebben hem echt nodig voor de etiketten van het lab. Alvast bedankt',
    undefined,
    null,
  ],
])('%s (%s) is %s', (text, header, language) => {
  expect(languageOf(mail(header), text)).toBe(language)
})
