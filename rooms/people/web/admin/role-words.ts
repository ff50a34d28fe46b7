import type { TFunction } from 'i18next'

/** A role by its name; those that came with the program and kept their name are said in the reader's language. */
export const roleWords = (t: TFunction<'peopleAdmin'>, role: { name: string }) =>
  t(`builtInRole.${role.name}`, { defaultValue: role.name })
