import type { Field, FieldType } from '../../contract/http.ts'

/** A field while it is edited; `uid` stays when its key or place changes. */
export interface DraftField extends Field {
  uid: string
}

let made = 0
const newUid = () => `field-${++made}`

export const toDraft = (fields: readonly Field[]): DraftField[] => fields.map((field) => ({ ...field, uid: newUid() }))

export const fromDraft = (drafts: readonly DraftField[]): Field[] =>
  drafts.map(({ uid: _uid, ...field }) => tidy(field))

/** Leaves out what the type of a field has no use for, so that a change of type leaves nothing behind. */
function tidy(field: Field): Field {
  const { options, min, max, pattern, help, showIf, ...rest } = field
  const choice = field.type === 'choice' || field.type === 'multi_choice'
  const text = field.type === 'text' || field.type === 'long_text'
  const ranged = text || ['number', 'multi_choice', 'file'].includes(field.type)
  return {
    ...rest,
    label: filled(field.label),
    ...(help && Object.values(help).some((words) => words.trim()) ? { help: filled(help) } : {}),
    ...(choice ? { options: (options ?? []).map((option) => ({ ...option, label: filled(option.label) })) } : {}),
    ...(ranged && min !== undefined ? { min } : {}),
    ...(ranged && max !== undefined ? { max } : {}),
    ...(field.type === 'text' && pattern ? { pattern } : {}),
    ...(showIf ? { showIf } : {}),
  }
}

function filled(words: Record<string, string>): Record<string, string> {
  const entries = Object.entries(words).filter(([, word]) => word.trim() !== '')
  return entries.length > 0 ? Object.fromEntries(entries) : { en: '' }
}

/** A key made of a label: short, lower case, and not one of those that are taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 30)
  const base = plain || 'field'
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}_${count}`
    if (!taken.includes(key)) return key
  }
}

export function newField(type: FieldType, label: string, taken: readonly string[]): DraftField {
  const choice = type === 'choice' || type === 'multi_choice'
  return {
    uid: newUid(),
    key: keyFor(label, taken),
    type,
    label: { en: label },
    required: false,
    ...(choice
      ? {
          options: [
            { value: 'option_1', label: { en: '1' } },
            { value: 'option_2', label: { en: '2' } },
          ],
        }
      : {}),
  }
}

export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(from + by, 0, item)
  return next
}
