import type { Reader } from '../../../platform/db/index.ts'
import { checkAnswers } from '../../catalog/contract/check-answers.ts'
import { formFor } from '../../catalog/server/index.ts'
import { wrongAnswer } from './errors.ts'

type Answers = Record<string, unknown>

export interface FilledForm {
  answers: Answers
  /** Files that were given as answers; they hang on the first message, so that whoever reads the ticket reads them. */
  fileIds: number[]
}

/**
 * Checks the answers to the form of a service, as the screen did before. A technician or program may leave out what is
 * required and say more than is asked; a requester may not. Throws 422 that names the first wrong answer and lists all.
 */
export async function checkForm(
  reader: Reader,
  serviceId: number,
  answers: Answers,
  staff: boolean,
): Promise<FilledForm> {
  const { fields } = await formFor(reader, serviceId)
  const checked = checkAnswers(fields, answers)
  const errors = Object.entries(checked.errors).filter(([, error]) => !(staff && error.code === 'required'))
  const [first] = errors
  if (first) {
    const [key, error] = first
    const options = { field: `body.customFields.${key}`, extra: { answers: Object.fromEntries(errors) } }
    throw wrongAnswer({ key, code: error.code }, options)
  }
  const known = new Set(fields.map((field) => field.key))
  const beyond = staff ? Object.entries(answers).filter(([key]) => !known.has(key)) : []
  const fileFields = fields.filter((field) => field.type === 'file').map((field) => field.key)
  return {
    answers: { ...Object.fromEntries(beyond), ...checked.answers },
    fileIds: fileFields.flatMap((key) => (checked.answers[key] as number[] | undefined) ?? []),
  }
}
