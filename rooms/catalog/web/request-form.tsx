import { Stack } from '@mantine/core'
import type { Answers, Field } from '../contract/http.ts'
import { shownFields } from '../contract/http.ts'
import { FormField } from './form-field.tsx'

export interface RequestFormProps {
  fields: readonly Field[]
  answers: Answers
  /** Words beside the field, by its key. */
  errors?: Readonly<Record<string, string | undefined>>
  onChange: (key: string, answer: unknown) => void
}

/** The questions of a service, each shown only while its condition holds. Answers live with the caller. */
export function RequestForm({ fields, answers, errors = {}, onChange }: RequestFormProps) {
  return (
    <Stack gap="lg">
      {shownFields(fields, answers).map((field) => (
        <FormField
          key={field.key}
          field={field}
          answer={answers[field.key]}
          error={errors[field.key]}
          onChange={(answer) => onChange(field.key, answer)}
        />
      ))}
    </Stack>
  )
}
