import { problemIn } from '../../../web-kit/i18n/i18n.ts'
import type { SearchProblem } from '../contract/http.ts'

/** Why a part of a search was left out, in the reader's language. */
export const remarkWords = ({ code, params, detail }: SearchProblem) => problemIn(code, params) ?? detail
