import { useEffect, useRef } from 'react'

export interface PaletteItem {
  id: string
  label: string
  /** A second, dimmer line or word. */
  hint?: string
  icon?: React.ReactNode
  /** Shown as keycaps. */
  keys?: string
  /** Other words that find it. */
  keywords?: string
  run: () => void
}

/** Things looked up while typing: tickets, people, articles. Asked with at least two letters. */
export interface PaletteSource {
  id: string
  title: string
  search: (query: string, signal: AbortSignal) => Promise<PaletteItem[]>
}

interface Group {
  title: string
  items: () => PaletteItem[]
}
const groups = new Set<Group>()
const sources = new Map<string, PaletteSource>()

// The youngest first: what belongs to the thing on screen is what one most likely wants.
export const paletteGroups = () => [...groups].reverse().map((g) => ({ title: g.title, items: g.items() }))
export const paletteSources = () => [...sources.values()]

/** While mounted, offers actions in the command palette under a heading. */
export function usePaletteActions(title: string, items: PaletteItem[]) {
  const latest = useRef(items)
  latest.current = items
  useEffect(() => {
    const group: Group = { title, items: () => latest.current }
    groups.add(group)
    return () => void groups.delete(group)
  }, [title])
}

/** Adds a source of results to the command palette until the returned function is called. */
export function addPaletteSource(source: PaletteSource): () => void {
  sources.set(source.id, source)
  return () => void sources.delete(source.id)
}
