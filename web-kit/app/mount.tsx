import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '../theme/fonts.css'
import '../theme/tokens.css'
import '../theme/base.css'
import '../theme/mantine.css'
import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../api/query-client.ts'
import '../i18n/i18n.ts'
import { OfflineBanner } from '../live/offline-banner.tsx'
import { deskTheme, tokensToMantine } from '../theme/theme.ts'
import { ConfirmHost } from '../ui/confirm.tsx'
import { lazyPart } from './lazy-part.tsx'
import { styleNonce } from './nonce.ts'

const ShortcutHelp = lazyPart(() => import('../shortcuts/shortcut-help.tsx'), 'ShortcutHelp', null, 'silent')

interface Options {
  place: 'workspace' | 'portal'
  /** The `?` overview belongs to the workspace. */
  shortcuts?: boolean
}

const schemes = localStorageColorSchemeManager({ key: 'deskhand.scheme' })

// Where they cover nothing one is about to press: in the workspace the send button is at the lower right.
const toastPlace = (place: Options['place']) =>
  matchMedia('(width < 900px)').matches ? 'top-center' : place === 'workspace' ? 'bottom-left' : 'bottom-right'

/** Starts an app in `#root` with theme, cache, toasts, questions and shortcuts. */
export function mountApp(app: ReactNode, { place, shortcuts = false }: Options) {
  const root = document.querySelector('#root')
  if (!root) throw new Error('The page has no #root')
  const nonce = styleNonce()
  // get-nonce, used by the scroll lock of dialogs, reads it from here.
  Object.assign(globalThis, { __webpack_nonce__: nonce })
  createRoot(root).render(
    <StrictMode>
      <DirectionProvider detectDirection>
        <MantineProvider
          theme={deskTheme(place)}
          cssVariablesResolver={tokensToMantine}
          colorSchemeManager={schemes}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <QueryClientProvider client={queryClient}>
            <OfflineBanner />
            {app}
            <ConfirmHost />
            <Notifications position={toastPlace(place)} limit={4} zIndex={400} />
            {shortcuts && <ShortcutHelp />}
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>,
  )
}
