import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconEdit,
  IconGridDots,
  IconLanguage,
  IconLayoutKanban,
  IconLayoutList,
  IconList,
  IconMoon,
  IconPlayerTrackNext,
  IconSearch,
  IconSettings,
  IconSun,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { builtInLists } from '../../../rooms/desk/contract/http.ts'
import { searchPaletteSource } from '../../../rooms/desk/web/index.ts'
import type { Me } from '../../../rooms/people/contract/http.ts'
import { useKeepPreference } from '../../../rooms/people/web/index.ts'
import { useNext } from '../../../rooms/routing/web/index.ts'
import { currentLanguage, setLanguage } from '../../../web-kit/i18n/i18n.ts'
import { addPaletteSource, usePaletteActions } from '../../../web-kit/palette/registry.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { useDensity } from '../../../web-kit/theme/preferences.ts'
import { mayAdminister } from './sidebar.tsx'
import { useLists } from './use-lists.ts'
import { useRooms } from './use-rooms.tsx'

const icon = { size: 17, stroke: 1.75 }

/** What can be done from anywhere: going places, starting a ticket, changing the appearance. Renders the listeners only. */
export function ShellCommands({ me }: { me: Me }) {
  const { t } = useTranslation('agent')
  const go = useNavigate()
  const keep = useKeepPreference()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme() === 'dark'
  const [density, setDensity] = useDensity()
  const everywhere = t('kit:shortcuts.general')
  const { openList, openTicket } = useLists()
  const toNew = () => void go({ to: '/desk/new' })
  const toSearch = () => void go({ to: '/desk/search' })
  const toFirst = () => void go({ to: '/desk/first' })
  useShortcut('g f', toFirst, { label: t('nav.first'), group: everywhere })
  const toBoard = () => void go({ to: '/desk/board' })
  useShortcut('g b', toBoard, {
    label: t('nav.board'),
    group: everywhere,
    enabled: me.permissions.includes('desk.board'),
  })
  const rooms = useRooms(me)
  const nextTicket = useNext(openTicket)
  const mayTake = me.permissions.includes('routing.take')
  useShortcut('t', nextTicket.take, { label: t('routing:next.label'), group: everywhere, enabled: mayTake })
  useShortcut('c', toNew, { label: t('nav.new'), group: everywhere })
  useShortcut('/', toSearch, { label: t('nav.search'), group: everywhere })

  const next = density === 'compact' ? 'comfortable' : 'compact'
  const language = currentLanguage() === 'de' ? 'en' : 'de'
  usePaletteActions(t('palette.go'), [
    ...builtInLists.map(({ key }) => ({
      id: `list-${key}`,
      label: t(`desk:lists.${key}`),
      icon: <IconList {...icon} />,
      run: () => openList({ list: key }),
    })),
    { id: 'first', label: t('nav.first'), keys: 'g f', icon: <IconGridDots {...icon} />, run: toFirst },
    ...(me.permissions.includes('desk.board')
      ? [{ id: 'board', label: t('nav.board'), keys: 'g b', icon: <IconLayoutKanban {...icon} />, run: toBoard }]
      : []),
    ...rooms,
    { id: 'search', label: t('nav.search'), keys: '/', icon: <IconSearch {...icon} />, run: toSearch },
    {
      id: 'profile',
      label: t('profile.title'),
      icon: <IconUser {...icon} />,
      run: () => void go({ to: '/desk/profile' }),
    },
    ...(mayAdminister(me)
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
    ...(mayTake
      ? [
          {
            id: 'next',
            label: t('routing:next.label'),
            keys: 't',
            icon: <IconPlayerTrackNext {...icon} />,
            run: nextTicket.take,
          },
        ]
      : []),
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
  const latest = useRef({ openTicket, go })
  latest.current = { openTicket, go }
  // biome-ignore lint/correctness/useExhaustiveDependencies: its title is in the language
  useEffect(
    () =>
      addPaletteSource(
        searchPaletteSource({
          openTicket: (number) => latest.current.openTicket(number),
          openSearch: (q) => void latest.current.go({ to: '/desk/search', search: { q } } as never),
        }),
      ),
    [language],
  )
  return null
}
