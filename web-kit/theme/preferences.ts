import { useSyncExternalStore } from 'react'

export type Density = 'comfortable' | 'compact'
const key = 'deskhand.density'
const listeners = new Set<() => void>()

const read = (): Density => (document.documentElement.dataset.density === 'compact' ? 'compact' : 'comfortable')

export function setDensity(density: Density) {
  document.documentElement.dataset.density = density
  try {
    localStorage.setItem(key, density)
  } catch {
    // A browser that refuses storage still gets the density for this page.
  }
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDensity = (): [Density, (density: Density) => void] => [
  useSyncExternalStore(subscribe, read),
  setDensity,
]
