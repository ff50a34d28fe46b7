import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './strings.ts'

export const isAddress = (text: string) => /^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/.test(text)

interface Props {
  label?: string
  hiddenLabel?: string
  description?: string
  placeholder?: string
  value: string[]
  onChange: (value: string[]) => void
  error?: string | undefined
  required?: boolean
  autoFocus?: boolean
}

/** E-mail addresses, one tag each; what is none does not become one, and says so. */
export function AddressInput({ label, hiddenLabel, value, onChange, error, autoFocus, ...rest }: Props) {
  const { t } = useTranslation('side')
  const [bad, setBad] = useState<string>()
  return (
    <TagsInput
      {...rest}
      label={label}
      aria-label={hiddenLabel}
      value={value}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      data-autofocus={autoFocus || undefined}
      error={bad ? t('badAddress', { value: bad }) : error}
      isDuplicate={(next, all) => {
        const wrong = !isAddress(next)
        setBad(wrong ? next : undefined)
        return wrong || all.some((one) => one.toLowerCase() === next.toLowerCase())
      }}
      onChange={(next) => {
        if (next.length !== value.length) setBad(undefined)
        onChange(next)
      }}
    />
  )
}
