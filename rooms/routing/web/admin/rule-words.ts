import type { TFunction } from 'i18next'
import { listOf } from '../../../../web-kit/i18n/formats.ts'
import { bare, type Conditions, fieldKinds, type Hours, type Outcome, type Test } from '../../contract/http.ts'
import type { Choices } from './use-choices.ts'

type T = TFunction<'routingAdmin'>

/** "Service is PACS and channel is Portal"; none at all: every ticket. */
export function conditionWords(t: T, choices: Choices, { match, tests, groups }: Conditions): string {
  const joined = (how: Conditions['match'], parts: readonly string[]) => parts.join(` ${t(`match.${how}Word`)} `)
  const parts = [
    ...tests.map((test) => testWords(t, choices, test)),
    ...groups
      .filter((group) => group.tests.length > 0)
      .map(
        (group) =>
          `(${joined(
            group.match,
            group.tests.map((test) => testWords(t, choices, test)),
          )})`,
      ),
  ]
  return parts.length === 0 ? t('always') : joined(match, parts)
}

function testWords(t: T, choices: Choices, test: Test): string {
  const field = test.field === 'answer' ? t('answerTo', { key: test.key }) : t(`field.${test.field}`)
  if (test.field === 'time') return t(`op.${test.op}_time`, { hours: hoursWords(t, choices, test.hours) })
  const op = t(`op.${test.op}`)
  if (bare.includes(test.op)) return `${field} ${op}`
  const names = (test.values ?? []).map((value) => {
    const name = choices.nameOf(test.field, value)
    return ['text', 'address', 'answer'].includes(fieldKinds[test.field]) ? `“${name}”` : name
  })
  return `${field} ${op} ${names.join(/^(contains|has)/.test(test.op) ? ', ' : ` ${t('or')} `)}`
}

export function hoursWords(t: T, choices: Choices, hours: Hours | undefined): string {
  if (!hours) return '…'
  if (hours.calendarId !== undefined)
    return choices.calendars.find((one) => one.value === String(hours.calendarId))?.label ?? '…'
  const days = (hours.days ?? []).toSorted()
  const runs = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1)
  const names = days.map((day) => t(`day.${day}`))
  const when =
    names.length === 0 || names.length === 7
      ? t('daily')
      : runs && names.length > 2
        ? `${names[0]}–${names.at(-1)}`
        : listOf(names)
  return `${when} ${hours.from ?? '…'}–${hours.to ?? '…'}`
}

/** What comes of a rule, part by part: "Clinical Applications", "skill PACS". */
export function outcomeWords(t: T, choices: Choices, outcome: Outcome): string[] {
  const { teamId, tier, assigneeId, priority, tags = [], skills = [] } = outcome
  const nameIn = (options: readonly { value: string; label: string }[], id: number) =>
    options.find((one) => one.value === String(id))?.label ?? '?'
  return [
    ...(teamId ? [nameIn(choices.teams, teamId)] : []),
    ...(!teamId && tier ? [t('outcome.toTier', { tier })] : []),
    ...(assigneeId ? [nameIn(choices.colleagues, assigneeId)] : []),
    ...(priority ? [t('outcome.toPriority', { priority: t(`kit:priority.${priority}`) })] : []),
    ...(skills.length > 0 ? [t('outcome.toSkills', { skills: listOf(skills) })] : []),
    ...tags.map((tag) => `#${tag}`),
  ]
}
