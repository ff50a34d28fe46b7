import '@mantine/spotlight/styles.layer.css'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
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

/** What the rooms find, and whether they still look. */
function useFound(query: string): { found: Section[]; looking: boolean } {
  const [found, setFound] = useState<Section[]>([])
  const [foundFor, setFoundFor] = useState('')
  useEffect(() => {
    if (query.trim().length < 2) {
      setFound([])
      setFoundFor(query)
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
      if (stop.signal.aborted) return
      setFound(answers)
      setFoundFor(query)
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query])
  return { found, looking: foundFor !== query }
}

/**
 * The first row is chosen when the answers come, unless somebody has moved on; Enter that was pressed before goes to it then.
 * Spotlight chooses when the query changes, which is before what was asked of the server is there.
 */
function useFirstChosen(found: Section[], looking: boolean): () => void {
  const entered = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found is what moves the rows
  useEffect(() => {
    const { selected, listId, query } = paletteStore.getState()
    if (looking || selected > 0 || query === '') return
    const rows = [...(document.getElementById(listId)?.querySelectorAll<HTMLElement>('[data-action]') ?? [])]
    // A command that has these words keeps its place as the first choice, wherever it stands now.
    const kept = rows.findIndex((row) => row.hasAttribute('data-selected'))
    const first = Math.max(kept, 0)
    rows[first]?.setAttribute('data-selected', 'true')
    paletteStore.updateState((state) => ({ ...state, selected: first }))
    if (entered.current) rows[first]?.click()
    entered.current = false
  }, [found, looking])
  return () => {
    entered.current = looking && !document.querySelector('[data-action][data-selected]')
  }
}

/** The command palette behind ⌘K / Ctrl K. Loaded when first opened; mounted once by `mountApp`. */
export function Palette() {
  const { t } = useTranslation('kit')
  const [query, setQuery] = useState('')
  const { found, looking } = useFound(query)
  const enter = useFirstChosen(found, looking)
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
        onKeyDown={(event) => event.key === 'Enter' && enter()}
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
