import { useState } from 'react'

/** A search over rows that are all here: those whose words contain what is typed. */
export function useFound<T>(rows: readonly T[] | undefined, wordsOf: (row: T) => string) {
  const [value, set] = useState('')
  const wanted = value.trim().toLowerCase()
  return { search: { value, set }, rows: rows?.filter((row) => wordsOf(row).toLowerCase().includes(wanted)) }
}
