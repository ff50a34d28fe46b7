import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { listColleagues } from '../../people/contract/http.ts'
import type { FieldInputProps } from './field-input.ts'

/** A person, found by typing a part of the name. */
export function PersonField({ answer, onChange, around }: FieldInputProps) {
  const [typed, setTyped] = useState('')
  const colleagues = useApi(listColleagues, { query: { q: typed } }, { keepPrevious: true })
  const found = colleagues.data?.items ?? []
  const choose = (text: string) => {
    setTyped(text)
    const person = found.find((one) => one.name === text)
    if (person || answer) onChange(person?.id)
  }
  return (
    <Autocomplete
      {...around}
      autoComplete="off"
      data={[...new Set(found.map((person) => person.name))]}
      filter={({ options }) => options}
      value={typed}
      onChange={choose}
    />
  )
}
