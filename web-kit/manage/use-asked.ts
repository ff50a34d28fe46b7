import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

/** A search that the server answers: what is typed, and the query to ask once typing rests. */
export function useAsked() {
  const [value, set] = useState('')
  const [q] = useDebouncedValue(value.trim(), 200)
  return { search: { value, set }, query: q ? { q } : {} }
}
