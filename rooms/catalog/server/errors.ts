import { problem } from '../../../platform/errors/index.ts'

export const serviceNotFound = problem<{ ref: string | number }>(
  'catalog.service_not_found',
  404,
  (p) => `There is no service ${p.ref} that you may see.`,
)
export const categoryNotFound = problem<{ ref: string | number }>(
  'catalog.category_not_found',
  404,
  (p) => `There is no category ${p.ref} that you may see.`,
)
export const formVersionNotFound = problem<{ id: number }>(
  'catalog.form_version_not_found',
  404,
  (p) => `There is no version ${p.id} of a form.`,
)
export const serviceNameTaken = problem<{ name: string }>(
  'catalog.service_name_taken',
  409,
  (p) => `There is already a service called "${p.name}".`,
)
export const categoryNameTaken = problem<{ name: string }>(
  'catalog.category_name_taken',
  409,
  (p) => `There is already a category called "${p.name}" in this place.`,
)
export const serviceInUse = problem(
  'catalog.service_in_use',
  409,
  'Tickets or categories refer to this service. Make it inactive instead: it is no longer offered, and they stay as they are.',
)
export const categoryInUse = problem(
  'catalog.category_in_use',
  409,
  'Tickets or other categories refer to this category. Merge it into another one, or make it inactive.',
)
export const categoryCycle = problem(
  'catalog.category_cycle',
  409,
  'A category cannot stand below itself or below one of its own children.',
)
export const categoryMergedAlready = problem(
  'catalog.category_merged',
  409,
  'This category was merged into another one and is kept for reading only.',
)
export const badMerge = problem(
  'catalog.bad_merge',
  422,
  'A category can only be merged into another active category that does not stand below it.',
)
export const unknownReference = problem<{ what: string; id: number }>(
  'catalog.unknown_reference',
  422,
  (p) => `There is no ${p.what} ${p.id}.`,
)
export const badForm = problem<{ words: string }>('catalog.bad_form', 422, (p) => p.words)
export const badMatrix = problem(
  'catalog.bad_matrix',
  422,
  'The matrix needs one row for each impact and in each row one priority for each urgency.',
)
