import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { listOf } from '../../../../web-kit/i18n/formats.ts'
import { listCategories, listServices } from '../../../catalog/contract/http.ts'
import { listOrganisations, listTeams } from '../../../people/contract/http.ts'
import { priorities } from '../../../ticket/contract/shapes.ts'
import type { PolicyContent, TeamContent } from '../../contract/http.ts'
import { goalNames } from './policy-values.ts'
import { wordsOf } from './time-words.ts'

const kept = { staleMs: 60_000 }

/** What conditions can name. */
export function useChoices() {
  const categories = useApi(listCategories, {}, kept).data?.items ?? []
  return {
    services: useApi(listServices, {}, kept).data?.items ?? [],
    categories: categories.map(({ id, path }) => ({ id, name: path.join(' › ') })),
    organisations: useApi(listOrganisations, { query: {} }, kept).data?.items ?? [],
    teams: useApi(listTeams, {}, kept).data?.items ?? [],
  }
}

/** What a policy says, in words. */
export function usePolicyWords() {
  const { t } = useTranslation('slaAdmin')
  const choices = useChoices()
  const names = (rows: readonly { id: number; name: string }[], ids: readonly number[] = []) =>
    ids.map((id) => rows.find((row) => row.id === id)?.name ?? `#${id}`)
  return {
    conditions: ({ conditions }: PolicyContent): string => {
      const { priorities: wanted = [], kinds = [], tags = [] } = conditions
      const parts: [string, string[]][] = [
        ['priorities', wanted.map((one) => t(`kit:priority.${one}`))],
        ['kinds', kinds.map((one) => t(`kinds.${one}`))],
        ['services', names(choices.services, conditions.serviceIds)],
        ['categories', names(choices.categories, conditions.categoryIds)],
        ['organisations', names(choices.organisations, conditions.organisationIds)],
        ['teams', names(choices.teams, conditions.teamIds)],
        ['tags', [...tags]],
      ]
      const said = parts
        .filter(([, values]) => values.length > 0)
        .map(([what, values]) => `${t(`of.${what}`)}: ${values.join(', ')}`)
      if (conditions.vip) said.push(t('of.vip'))
      return said.length === 0 ? t('allTickets') : said.join(' · ')
    },
    goals: (content: PolicyContent | TeamContent): string =>
      priorities
        .map((priority) => {
          const goal = content.goals[priority]
          const times =
            typeof goal === 'object' && goal !== null ? goalNames.map((name) => goal[name]) : [goal as number | null]
          return `${t(`kit:priority.${priority}`)} ${times.map((minutes) => wordsOf(minutes) || '–').join(' / ')}`
        })
        .join(' · '),
    counting: ({ pauseOn, warnAt }: PolicyContent | TeamContent): string =>
      [
        pauseOn.length === 0
          ? t('neverPauses')
          : t('pausesOn', { statuses: listOf(pauseOn.map((status) => t(`kit:status.${status}`))) }),
        warnAt.length === 0 ? t('neverWarns') : t('warnsAt', { percents: listOf(warnAt.map((one) => `${one} %`)) }),
      ].join(' · '),
  }
}
