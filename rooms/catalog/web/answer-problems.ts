import { translate } from '../../../web-kit/i18n/i18n.ts'
import type { AnswerError } from '../contract/http.ts'

/** What is wrong with each answer, in the reader's words, by field key. */
export function answerProblems(errors: Record<string, AnswerError>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([key, { code, limit }]) => [key, translate(`catalog:answer.${code}`, { limit })]),
  )
}
