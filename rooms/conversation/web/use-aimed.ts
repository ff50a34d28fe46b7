import { useEffect, useState } from 'react'
import type { useThread } from './use-thread.ts'

/** Nobody links to what is further back than this. */
const MAX_PAGES = 40

const aimOf = (hash: string): number | undefined => {
  const id = /^#m(\d{1,15})$/.exec(hash)?.[1]
  return id === undefined ? undefined : Number(id)
}

/** The message that the address names (`#m123`): fetched if it lies further back, then shown. */
export function useAimed(thread: ReturnType<typeof useThread>): number | undefined {
  const [aim, setAim] = useState(() => aimOf(location.hash))
  const [pages, setPages] = useState(0)
  useEffect(() => {
    const changed = () => {
      setAim(aimOf(location.hash))
      setPages(0)
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const there = aim !== undefined && thread.items.some((message) => message.id === aim)
  const { between, isFetchingEarlier, isPending, earlier } = thread
  useEffect(() => {
    if (aim === undefined || there || isPending || isFetchingEarlier || between === 0 || pages >= MAX_PAGES) return
    setPages(pages + 1)
    earlier()
  }, [aim, there, isPending, isFetchingEarlier, between, pages, earlier])
  useEffect(() => {
    if (!there) return
    const card = document.getElementById(`m${aim}`)
    card?.scrollIntoView({ block: 'start' })
    card?.focus({ preventScroll: true })
  }, [aim, there])
  return there ? aim : undefined
}
