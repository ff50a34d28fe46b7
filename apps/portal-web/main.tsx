import { mountApp } from '../../web-kit/app/mount.tsx'
import { registerStrings } from '../../web-kit/i18n/i18n.ts'
import { App } from './app.tsx'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }

registerStrings('portal', { en, de })
mountApp(<App />, { place: 'portal' })
