import type { TFunction } from 'i18next'
import { listOf } from '../../../web-kit/i18n/formats.ts'
import type { Decision } from '../contract/http.ts'

/** "Rule 3 “Network” matched, so Network; Ana has the least to do of 4 with skill network." */
export function decisionWords(t: TFunction<'routing'>, decision: Decision): string {
  const parts = [whereWords(t, decision), whoWords(t, decision)]
  if (decision.skillsMissed) parts.push(t('skillsMissed', { skills: listOf(decision.skills) }))
  const words = parts.filter(Boolean).join('; ')
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.`
}

function whereWords(t: TFunction<'routing'>, { from, teamFrom, team, rules }: Decision): string {
  if (from) return t('left', { name: from.name })
  return t(`from.${teamFrom}`, {
    team: team?.name ?? '',
    count: rules.length,
    rules: listOf(rules.map(({ position, name }) => t('rule', { position, name }))),
  })
}

function whoWords(t: TFunction<'routing'>, { why, skills, skillsMissed, candidates, assignee }: Decision): string {
  const drawn = why === 'turn' || why === 'least_loaded'
  const skilled = drawn && skills.length > 0 && !skillsMissed
  return t(`why.${why}${skilled ? '_skilled' : ''}`, {
    name: assignee?.name ?? '',
    count: candidates.filter((one) => one.not === null).length,
    skills: listOf(skills),
  })
}
