import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { listPersons } from '../contract/http-persons.ts'
import { likeliest } from './likeliest.ts'
import classes from './person-picker.module.css'

/** Somebody known, or an address that is not known yet. */
export type PickedPerson = { id: number; name: string; email: string | null } | { email: string }

interface Props {
  label: string
  description?: string
  error?: string | undefined
  value: PickedPerson | undefined
  onChange: (person: PickedPerson | undefined) => void
  autoFocus?: boolean
  name?: string
}

const isAddress = (text: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)
const nothing: readonly never[] = []
const nameOf = (person: PickedPerson) => ('name' in person ? person.name : person.email)

/** Finds a person by name, address or number while one types; an unknown address is taken as it is. */
export function PersonPicker({ label, description, error, value, onChange, autoFocus, name }: Props) {
  const { t } = useTranslation('people')
  const box = useCombobox()
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const found = useApi(
    listPersons,
    { query: { q: wanted, limit: 8 } },
    { enabled: wanted.length > 1 && !value, keepPrevious: true },
  )
  const people = wanted.length > 1 ? (found.data?.items ?? nothing) : nothing
  const known = people.some((one) => one.email?.toLowerCase() === wanted.toLowerCase())
  // Enter takes whom one most likely means, once the answer is that to what was typed.
  const { selectOption, resetSelectedOption } = box
  const sure = !value && wanted.length > 1 && !found.isPlaceholderData
  const at = sure ? likeliest(people, wanted, isAddress(wanted)) : -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: other people at the same place are chosen anew
  useEffect(() => {
    if (at < 0) resetSelectedOption()
    else selectOption(at)
  }, [at, people, selectOption, resetSelectedOption])
  const pick = (chosen: string) => {
    const person = people.find((one) => String(one.id) === chosen)
    onChange(person ? { id: person.id, name: person.name, email: person.email } : { email: wanted })
    setQuery('')
    box.closeDropdown()
  }
  return (
    <Combobox store={box} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          name={name}
          label={label}
          description={description}
          error={error}
          autoComplete="off"
          autoFocus={autoFocus ?? false}
          placeholder={t('picker.placeholder')}
          value={value ? nameOf(value) : query}
          leftSection={value ? <PersonAvatar name={nameOf(value)} size={20} /> : undefined}
          rightSection={
            value ? (
              <Combobox.ClearButton onClear={() => onChange(undefined)} aria-label={t('picker.clear')} />
            ) : undefined
          }
          onChange={(event) => {
            if (value) onChange(undefined)
            setQuery(event.currentTarget.value)
            box.openDropdown()
          }}
          onKeyDown={(event) => {
            // It means the person here, never the whole form.
            if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey && !value && wanted) event.preventDefault()
          }}
          onFocus={() => wanted && box.openDropdown()}
          onBlur={() => {
            box.closeDropdown()
            if (!value && isAddress(wanted)) onChange({ email: wanted })
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={people.length === 0 && !isAddress(wanted)}>
        <Combobox.Options aria-label={label}>
          {people.map((one) => (
            <Combobox.Option key={one.id} value={String(one.id)} className={classes.option}>
              <PersonAvatar name={one.name} size={24} />
              <span className={classes.words}>
                <span>{one.name}</span>
                <span className={classes.hint}>{[one.email, one.organisation?.name].filter(Boolean).join(' · ')}</span>
              </span>
            </Combobox.Option>
          ))}
          {isAddress(wanted) && !known && (
            <Combobox.Option value="new" className={classes.option}>
              <IconUserPlus size={20} stroke={1.6} aria-hidden />
              {t('picker.add', { email: wanted })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
