import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { listCalendars } from '../../../calendar/contract/http.ts'
import { listCategories, listServices } from '../../../catalog/contract/http.ts'
import { listMailboxes } from '../../../intake/contract/http.ts'
import { listOrganisations, listPersons, listTeams } from '../../../people/contract/http.ts'
import { channels, kinds, priorities } from '../../../ticket/contract/shapes.ts'
import type { FieldName, Mentioned } from '../../contract/http.ts'

interface Option {
  value: string
  label: string
}

const keepMs = 60_000
const levels = [1, 2, 3] as const

/** What rules can be compared with and lead to, with the names that stand for ids. */
export function useChoices(mentioned: Mentioned | undefined) {
  const { t } = useTranslation('routingAdmin')
  const [sought, setSought] = useState('')
  const kept = { staleMs: keepMs }
  const teams = useApi(listTeams, {}, kept).data?.items ?? []
  const services = useApi(listServices, {}, kept).data?.items ?? []
  const categories = useApi(listCategories, {}, kept).data?.items ?? []
  const mailboxes = useApi(listMailboxes, {}, kept).data?.items ?? []
  const calendars = useApi(listCalendars, {}, kept).data?.items ?? []
  const looked = { query: { ...(sought.trim() ? { q: sought.trim() } : {}), limit: 50 } }
  const organisations = useApi(listOrganisations, looked, { keepPrevious: true }).data?.items ?? []
  const persons = useApi(listPersons, looked, { keepPrevious: true }).data?.items ?? []
  const named = (rows: readonly { id: number; name: string }[]): Option[] => [
    ...new Map(rows.map(({ id, name }) => [id, { value: String(id), label: name }])).values(),
  ]
  const members = teams.flatMap((team) => team.members)

  const optionsOf = (field: FieldName): Option[] => {
    switch (field) {
      case 'kind':
        return kinds.map((value) => ({ value, label: t(`kind.${value}`) }))
      case 'channel':
        return channels.map((value) => ({ value, label: t(`channel.${value}`) }))
      case 'priority':
        return priorities.map((value) => ({ value, label: t(`kit:priority.${value}`) }))
      case 'impact':
      case 'urgency':
        return levels.map((value) => ({ value: String(value), label: t(`${field}.${value}`) }))
      case 'service':
        return named(services)
      case 'category':
        return categories.map(({ id, path }) => ({ value: String(id), label: path.join(' › ') }))
      case 'organisation':
        return named([...(mentioned?.organisations ?? []), ...organisations])
      case 'requester':
        return named([...(mentioned?.persons ?? []), ...persons])
      case 'mailbox':
        return mailboxes.map(({ id, address }) => ({ value: String(id), label: address }))
      case 'vip':
        return [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]
      default:
        return []
    }
  }
  return {
    optionsOf,
    nameOf: (field: FieldName, value: unknown) =>
      optionsOf(field).find((one) => one.value === String(value))?.label ?? String(value),
    teams: named(teams),
    colleagues: named([...(mentioned?.persons ?? []), ...members]).sort((a, b) => a.label.localeCompare(b.label)),
    skills: [...new Set(teams.flatMap((team) => team.members.flatMap((member) => member.skills)))].sort(),
    calendars: named(calendars),
    /** Looks further among persons and organisations while one types. */
    search: setSought,
  }
}

export type Choices = ReturnType<typeof useChoices>
