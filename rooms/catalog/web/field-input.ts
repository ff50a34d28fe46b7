import type { Field } from '../contract/http.ts'

/** What the input for one kind of field gets. */
export interface FieldInputProps {
  field: Field
  answer: unknown
  onChange: (answer: unknown) => void
  /** What every kind of input shows around itself. */
  around: { label: string; description?: string; required: boolean; error?: string; name: string }
}

/** The name of a field's input, so that the first one in error can be found and gets the focus. */
export const fieldName = (key: string) => `customFields.${key}`
