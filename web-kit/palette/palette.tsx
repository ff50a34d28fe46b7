import '@mantine/spotlight/styles.layer.css'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../shortcuts/keys.tsx'
import { useShortcut } from '../shortcuts/use-shortcut.ts'
import { palette, paletteStore } from './open-palette.ts'
import { type PaletteItem, paletteGroups, paletteSources } from './registry.ts'

interface Section {
  title: string
  items: PaletteItem[]
}

const matches = (item: PaletteItem, query: string) => {
  const text = `${item.label} ${item.hint ?? ''} ${item.keywords ?? ''}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function useFound(query: string): Section[] {
  const [found, setFound] = useState<Section[]>([])
  useEffect(() => {
    if (query.trim().length < 2) {
      setFound([])
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        paletteSources().map(async (source) => ({
          title: source.title,
          items: await source.search(query.trim(), stop.signal).catch(() => []),
        })),
      )
      if (!stop.signal.aborted) setFound(answers)
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query])
  return found
}

/** The command palette behind ⌘K / Ctrl K. Loaded when first opened; mounted once by `mountApp`. */
export function Palette() {
  const { t } = useTranslation('kit')
  const [query, setQuery] = useState('')
  const found = useFound(query)
  useShortcut('mod+k', () => palette.toggle(), {
    label: t('shortcuts.palette'),
    group: t('shortcuts.general'),
    whileTyping: true,
  })
  const actions = paletteGroups().map((g) => ({ ...g, items: g.items.filter((i) => matches(i, query.trim())) }))
  const sections = [...(query ? found : []), ...actions].filter((s) => s.items.length > 0)
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      maxHeight={440}
      scrollable
      clearQueryOnClose
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.label')}
        leftSection={<IconSearch size={18} stroke={1.75} />}
      />
      <Spotlight.ActionsList aria-label={t('palette.label')}>
        {sections.map((section) => (
          <Spotlight.ActionsGroup key={section.title} label={section.title}>
            {section.items.map((item) => (
              <Spotlight.Action
                key={item.id}
                label={item.label}
                {...(item.hint ? { description: item.hint } : {})}
                leftSection={item.icon}
                rightSection={item.keys ? <Keys keys={item.keys} /> : undefined}
                onClick={item.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {sections.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
