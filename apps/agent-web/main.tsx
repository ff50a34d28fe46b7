import { RouterProvider } from '@tanstack/react-router'
import { mountApp } from '../../web-kit/app/mount.tsx'
import { registerStrings } from '../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import { router } from './router.tsx'

registerStrings('agent', { en, de })
mountApp(<RouterProvider router={router} />, { place: 'workspace', shortcuts: true })
