import { useMantineColorScheme } from '@mantine/core'
import {
  IconEdit,
  IconLanguage,
  IconLayoutList,
  IconMoon,
  IconSearch,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { useKeepPreference } from '../../../rooms/people/web/index.ts'
import { currentLanguage, setLanguage } from '../../../web-kit/i18n/i18n.ts'
import { usePaletteActions } from '../../../web-kit/palette/registry.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { useDensity } from '../../../web-kit/theme/preferences.ts'
import { builtInViews } from './views.ts'

const icon = { size: 17, stroke: 1.75 }

/** What can be done from anywhere: going places, starting a ticket, changing the appearance. Renders the listeners only. */
export function ShellCommands({ me }: { me: Me }) {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const keep = useKeepPreference()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [density, setDensity] = useDensity()
  const everywhere = t('kit:shortcuts.general')
  const toView = (view: string) => void go({ to: '/desk', search: { view } as never })
  const toNew = () => void go({ to: '/desk/new' })
  const toSearch = () => void go({ to: '/desk/search' })
  useShortcut('c', toNew, { label: t('nav.new'), group: everywhere })
  useShortcut('/', toSearch, { label: t('nav.search'), group: everywhere })

  const dark = colorScheme === 'dark'
  const next = density === 'compact' ? 'comfortable' : 'compact'
  const language = currentLanguage() === 'de' ? 'en' : 'de'
  usePaletteActions(t('palette.go'), [
    ...builtInViews.map((view) => ({
      id: `view-${view.name}`,
      label: t(`views.${view.name}`),
      keys: view.keys,
      icon: <view.icon {...icon} />,
      run: () => toView(view.name),
    })),
    { id: 'search', label: t('nav.search'), keys: '/', icon: <IconSearch {...icon} />, run: toSearch },
    ...(me.permissions.some((p) => p.includes('manage'))
      ? [
          {
            id: 'admin',
            label: t('nav.admin'),
            icon: <IconSettings {...icon} />,
            run: () => void go({ to: '/desk/admin' }),
          },
        ]
      : []),
  ])
  usePaletteActions(t('palette.do'), [
    { id: 'new', label: t('nav.new'), keys: 'c', icon: <IconEdit {...icon} />, run: toNew },
    {
      id: 'scheme',
      label: t(dark ? 'palette.light' : 'palette.dark'),
      icon: dark ? <IconSun {...icon} /> : <IconMoon {...icon} />,
      run: () => {
        setColorScheme(dark ? 'light' : 'dark')
        void keep({ theme: dark ? 'light' : 'dark' })
      },
    },
    {
      id: 'density',
      label: t(`palette.${next}`),
      icon: <IconLayoutList {...icon} />,
      run: () => {
        setDensity(next)
        void keep({ density: next })
      },
    },
    {
      id: 'language',
      label: language === 'de' ? 'Auf Deutsch umstellen' : 'Switch to English',
      icon: <IconLanguage {...icon} />,
      run: () => {
        void setLanguage(language)
        void keep({ language })
      },
    },
  ])
  return (
    <>
      {builtInViews.map(({ name, keys }) => (
        <ViewKey key={name} keys={keys} label={t(`views.${name}`)} group={t('palette.go')} run={() => toView(name)} />
      ))}
    </>
  )
}

function ViewKey({ keys, label, group, run }: { keys: string; label: string; group: string; run: () => void }) {
  useShortcut(keys, run, { label, group })
  return null
}
