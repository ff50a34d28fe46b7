import type { TFunction } from 'i18next'
import type { Finding } from '../../contract/http.ts'

/** What is odd about a rule, in a sentence. */
export const findingWords = (t: TFunction<'routingAdmin'>, { kind, other, about }: Finding): string =>
  t(`finding.${kind}`, {
    other: other?.name ?? '',
    about: about === 'team' || about === 'tier' ? t(`about.${about}`) : about,
  })
