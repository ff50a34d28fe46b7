import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { shortDate } from '../../../web-kit/i18n/formats.ts'
import { PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import type { Choice } from '../../../web-kit/ui/picker.tsx'
import { PriorityIcon } from '../../../web-kit/ui/priority.tsx'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { listCategories, listServices } from '../../catalog/contract/http.ts'
import { listOrganisations, listPersons, listTeams } from '../../people/contract/http.ts'
import { channels, dueFilters, kinds, priorities, statuses } from '../../ticket/contract/http.ts'
import type { FilterKey } from './list-state.ts'

const daysAgo = [1, 7, 30, 90, 365] as const
const flags = ['mail_failed', 'reply_held'] as const
const keepMs = 60_000

export interface FilterChoices {
  choices: Choice[]
  /** Several values are possible: any of them (of tags: all). */
  multiple: boolean
  /** Looks further while typing. */
  search?: (query: string) => void
}

/** The values one field can be filtered by, with the names that stand for ids. */
export function useFilterChoices(field: FilterKey, enabled: boolean): FilterChoices {
  const { t } = useTranslation('desk')
  const [query, setQuery] = useState('')
  const asks = (...fields: FilterKey[]) => ({ enabled: enabled && fields.includes(field), staleMs: keepMs })
  const teams = useApi(listTeams, {}, asks('team', 'assignee')).data?.items ?? []
  const services = useApi(listServices, {}, asks('service')).data?.items ?? []
  const categories = useApi(listCategories, {}, asks('category')).data?.items ?? []
  const organisations = useApi(listOrganisations, { query: {} }, asks('organisation')).data?.items ?? []
  const persons = useApi(listPersons, { query: { q: query, limit: 20 } }, { ...asks('requester'), keepPrevious: true })
  const none = { value: 'none', label: t('filter.none') }
  const named = (rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))

  switch (field) {
    case 'status':
      return {
        multiple: true,
        choices: [
          { value: 'active', label: t('filter.active') },
          ...statuses.map((status) => ({
            value: status,
            label: t(`kit:status.${status}`),
            icon: <StatusIcon status={status} hidden />,
          })),
        ],
      }
    case 'priority':
      return {
        multiple: true,
        choices: priorities.map((priority) => ({
          value: priority,
          label: t(`kit:priority.${priority}`),
          icon: <PriorityIcon priority={priority} />,
        })),
      }
    case 'kind':
      return { multiple: true, choices: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })) }
    case 'channel':
      return { multiple: true, choices: channels.map((one) => ({ value: one, label: t(`channel.${one}`) })) }
    case 'team':
      return { multiple: true, choices: [{ value: 'mine', label: t('filter.myTeams') }, none, ...named(teams)] }
    case 'assignee': {
      const members = new Map(teams.flatMap((team) => team.members.map((one) => [one.id, one.name] as const)))
      return {
        multiple: true,
        choices: [
          { value: 'me', label: t('filter.me') },
          { value: 'none', label: t('filter.nobody') },
          ...[...members]
            .sort((a, b) => a[1].localeCompare(b[1]))
            .map(([id, name]) => ({ value: String(id), label: name, icon: <PersonAvatar name={name} size={20} /> })),
        ],
      }
    }
    case 'requester':
      return {
        multiple: true,
        search: setQuery,
        choices: [
          { value: 'me', label: t('filter.me') },
          ...(persons.data?.items ?? []).flatMap(({ name, email }) =>
            email ? [{ value: email, label: name, hint: email, icon: <PersonAvatar name={name} size={20} /> }] : [],
          ),
        ],
      }
    case 'organisation':
      return { multiple: true, choices: named(organisations) }
    case 'service':
      return { multiple: true, choices: [none, ...named(services)] }
    case 'category':
      return {
        multiple: true,
        choices: [none, ...categories.map(({ id, path }) => ({ value: String(id), label: path.join(' › ') }))],
      }
    case 'tag':
      return {
        multiple: true,
        search: setQuery,
        choices: query.trim() && !query.includes(',') ? [{ value: query.trim(), label: query.trim() }] : [],
      }
    case 'flag':
      return { multiple: true, choices: flags.map((flag) => ({ value: flag, label: t(`flag.${flag}`) })) }
    case 'due':
      return { multiple: false, choices: dueFilters.map((due) => ({ value: due, label: t(`due.${due}`) })) }
    default: {
      const day = typedDay(query)
      return {
        multiple: false,
        search: setQuery,
        choices: [
          ...(day ? [{ value: day.toISOString(), label: shortDate(day), hint: query }] : []),
          ...daysAgo.map((days) => ({ value: dayStart(days).toISOString(), label: t('filter.days', { count: days }) })),
        ],
      }
    }
  }
}

/** A whole day where the viewer is, so that the same choice is the same address all day. */
function dayStart(daysBack: number): Date {
  const today = new Date()
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysBack)
}

/** A day as people type it: 2026-03-01, or 1.3.2026. */
function typedDay(text: string): Date | undefined {
  const written = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const dotted = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(text)
  const [year, month, day] = (written?.slice(1) ?? dotted?.slice(1).reverse() ?? []).map(Number)
  if (!year || !month || !day) return undefined
  const date = new Date(year, month - 1, day)
  return date.getMonth() === month - 1 ? date : undefined
}
