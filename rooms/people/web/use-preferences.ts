import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../web-kit/api/api.ts'
import { keyOf } from '../../../web-kit/api/use-api.ts'
import { type Language, setLanguage } from '../../../web-kit/i18n/i18n.ts'
import type { Chosen } from '../../../web-kit/theme/appearance-items.tsx'
import { setDensity } from '../../../web-kit/theme/preferences.ts'
import { changeMe, getMe, type Me } from '../contract/http-session.ts'

/** The person's own appearance and language, applied when they sign in on whatever device. */
export function useApplyPreferences(me: Me | undefined) {
  const { setColorScheme } = useMantineColorScheme()
  const language = me?.language.slice(0, 2)
  useEffect(() => {
    if (me) setColorScheme(me.theme === 'system' ? 'auto' : me.theme)
  }, [me?.theme, setColorScheme, me])
  useEffect(() => {
    if (me) setDensity(me.density)
  }, [me?.density, me])
  useEffect(() => {
    if (language === 'en' || language === 'de') void setLanguage(language as Language)
  }, [language])
}

/** Keeps a choice on the server, so that it follows the person. */
export function useKeepPreference() {
  const cache = useQueryClient()
  return async (chosen: Chosen) => {
    const me = await api(changeMe, { body: chosen })
    cache.setQueryData(keyOf(getMe, {}), me)
  }
}
