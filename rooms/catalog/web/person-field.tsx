import { Select } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { listColleagues } from '../../people/contract/http.ts'
import type { FieldInputProps } from './field-input.ts'

/** A person, found by typing a part of the name. Two of one name are two choices. */
export function PersonField({ answer, onChange, around }: FieldInputProps) {
  const [typed, setTyped] = useState('')
  const id = typeof answer === 'number' ? answer : undefined
  const found = useApi(listColleagues, { query: { q: typed } }, { keepPrevious: true }).data?.items ?? []
  // A draft that is read again knows the number of the person, not the name.
  const kept = useApi(listColleagues, { query: id === undefined ? {} : { id } }, { enabled: id !== undefined })
  const chosen = kept.data?.items.find((person) => person.id === id)
  const others = found.filter((person) => person.id !== id)
  return (
    <Select
      {...around}
      autoComplete="off"
      searchable
      clearable
      data={[...(chosen ? [chosen] : []), ...others].map(({ id, name }) => ({ value: String(id), label: name }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={id === undefined ? null : String(id)}
      onChange={(value) => onChange(value === null ? undefined : Number(value))}
    />
  )
}
