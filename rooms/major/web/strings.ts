import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('major', { en, de })
registerProblems('de', problemsInGerman)
