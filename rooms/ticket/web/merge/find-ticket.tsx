import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindTickets } from '../add-link.tsx'

interface Props {
  without: number
  find: FindTickets
  value: number | null
  onPick: (number: number | null) => void
}

/** Another ticket, found by words or number. */
export function FindTicket({ without, find, value, onPick }: Props) {
  const { t } = useTranslation('merge')
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['ticket to merge', words],
    queryFn: () => find(words),
    enabled: words !== '' && value === null,
    placeholderData: keepPreviousData,
  })
  const others = (found.data ?? []).filter((one) => one.number !== without)
  return (
    <Select
      label={t('other')}
      placeholder={t('otherHelp')}
      searchable
      clearable
      data-autofocus
      data={others.map(({ number, subject }) => ({ value: String(number), label: `#${number} ${subject}` }))}
      filter={({ options }) => options}
      nothingFoundMessage={words && found.isFetched ? t('kit:picker.nothing') : undefined}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value === null ? null : String(value)}
      onChange={(to) => onPick(to === null ? null : Number(to))}
    />
  )
}
