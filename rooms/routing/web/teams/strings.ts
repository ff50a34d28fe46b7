import { registerStrings } from '../../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }

registerStrings('routingTeams', { en, de })
