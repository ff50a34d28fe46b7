import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './picker.module.css'

export interface Choice {
  value: string
  label: string
  icon?: ReactNode
  hint?: string
  /** Why it cannot be chosen; shown in place of the hint. */
  disabled?: string
  group?: string
}

interface Props {
  label: string
  opened: boolean
  onOpen: (opened: boolean) => void
  choices: readonly Choice[]
  /** What is chosen now; several when `multiple`. */
  chosen: readonly string[]
  onPick: (value: string) => void
  /** Stays open for more. */
  multiple?: boolean
  /** Looks further than `choices` while typing. */
  onSearch?: (query: string) => void
  width?: number
  position?: 'bottom-start' | 'bottom-end' | 'top-start'
  /** The button that opens it; gets `onClick` from its own side. */
  children: ReactNode
}

/** A short list with a filter, opened by a button or a key, ruled by the keyboard. */
export function Picker(props: Props) {
  const { label, opened, onOpen, choices, chosen, onPick, multiple, onSearch, width = 260, children } = props
  const { t } = useTranslation('kit')
  const [query, setQuery] = useState('')
  const box = useCombobox({ opened, onOpenedChange: onOpen })
  useEffect(() => {
    if (!opened) return
    setQuery('')
    requestAnimationFrame(() => {
      box.focusSearchInput()
      box.selectFirstOption()
    })
  }, [opened, box.focusSearchInput, box.selectFirstOption])

  // The first letters of a fast typist come before the field is there; they belong to it, not to the shortcuts.
  useEffect(() => {
    if (!opened) return
    const early = (event: KeyboardEvent) => {
      const field = box.searchRef.current
      if (event.key.length > 1 || event.ctrlKey || event.metaKey || (field && document.activeElement === field)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setQuery((before) => before + event.key)
    }
    document.addEventListener('keydown', early, true)
    return () => document.removeEventListener('keydown', early, true)
  }, [opened, box.searchRef])

  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = choices.filter((c) => words.every((w) => `${c.label} ${c.hint ?? ''}`.toLowerCase().includes(w)))
  const groups = [...Map.groupBy(shown, (choice) => choice.group ?? '')]
  const option = (choice: Choice) => (
    <Combobox.Option
      key={choice.value}
      value={choice.value}
      disabled={Boolean(choice.disabled)}
      active={chosen.includes(choice.value)}
      className={classes.option}
    >
      {choice.icon && (
        <span className={classes.icon} aria-hidden>
          {choice.icon}
        </span>
      )}
      <span className={classes.label}>{choice.label}</span>
      {(choice.disabled || choice.hint) && <span className={classes.hint}>{choice.disabled ?? choice.hint}</span>}
      {chosen.includes(choice.value) && <IconCheck size={14} className={classes.tick} aria-hidden />}
    </Combobox.Option>
  )
  return (
    <Combobox
      store={box}
      width={width}
      position={props.position ?? 'bottom-start'}
      withinPortal
      onOptionSubmit={(value) => {
        onPick(value)
        if (!multiple) onOpen(false)
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <span className={classes.target}>{children}</span>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Search
          value={query}
          aria-label={label}
          placeholder={label}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            onSearch?.(event.currentTarget.value)
            box.updateSelectedOptionIndex()
            requestAnimationFrame(() => box.selectFirstOption())
          }}
        />
        <Combobox.Options mah={320} className={classes.options} aria-label={label}>
          {groups.map(([group, list]) =>
            group === '' ? (
              list.map(option)
            ) : (
              <Combobox.Group key={group} label={group}>
                {list.map(option)}
              </Combobox.Group>
            ),
          )}
          {shown.length === 0 && <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
