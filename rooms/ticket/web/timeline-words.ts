import type { TFunction } from 'i18next'
import type { Static } from 'typebox'
import { dateAndTime } from '../../../web-kit/i18n/formats.ts'
import type { TimelineEntry } from '../contract/http.ts'

export type Entry = Static<typeof TimelineEntry>
type Changes = Record<string, { before: unknown; after: unknown }>

/** Names for the ids that facts hold. */
export interface Names {
  team: (id: number) => string | undefined
  person: (id: number) => string | undefined
  service: (id: number) => string | undefined
  category: (id: number) => string | undefined
}

const nameOfFields: Record<string, keyof Names> = {
  teamId: 'team',
  assigneeId: 'person',
  requesterId: 'person',
  serviceId: 'service',
  categoryId: 'category',
}

/** What a fact says, in words, one sentence per change; the actor stands before them. */
export function wordsOf(entry: Entry, names: Names, t: TFunction): string[] {
  const changes = (entry.data.changes ?? {}) as Changes
  const fields = Object.entries(changes)
  if (entry.fact === 'ticket.opened')
    return [t('ticket:happened.opened', { channel: t(`ticket:channels.${entry.data.channel}`) })]
  if (entry.fact === 'ticket.linked' || entry.fact === 'ticket.unlinked') {
    return [t(`ticket:happened.${entry.fact.slice(7)}`, { number: entry.data.other })]
  }
  if (entry.fact === 'ticket.watcher_added' || entry.fact === 'ticket.watcher_removed') {
    const name = names.person(Number(entry.data.personId))
    const key = `${entry.fact.slice(7)}${entry.data.byLink ? 'ByLink' : name ? 'Named' : ''}`
    return [t(`ticket:happened.${key}`, { name })]
  }
  if (entry.fact === 'ticket.merged' || entry.fact === 'ticket.unmerged') {
    return [t(`ticket:happened.${entry.fact.slice(7)}_${entry.data.direction}`, { number: entry.data.other })]
  }
  if (entry.fact === 'major.gathered') {
    const what = entry.data.gathered ? 'gathered' : 'released'
    return [t(`ticket:happened.major_${what}_${entry.data.direction}`, { other: entry.data.other })]
  }
  if (entry.fact === 'escalation.started' && entry.data.kind === 'hierarchical')
    return [t('ticket:happened.escalation_to_leads', entry.data)]
  if (fields.length > 0) return fields.map(([field, { before, after }]) => change(field, before, after, names, t))
  return [
    t(`ticket:happened.${entry.fact.replace(/\./g, '_')}`, {
      ...entry.data,
      ...(typeof entry.data.target === 'string' ? { target: t(`kit:due.target.${entry.data.target}`) } : {}),
      defaultValue: t('ticket:happened.other', { fact: entry.fact }),
    }),
  ]
}

function change(field: string, before: unknown, after: unknown, names: Names, t: TFunction): string {
  const label = t(`ticket:fields.${field}`, { defaultValue: field })
  const said = valueWords(field, after, names, t)
  if (after === null || after === undefined || after === '')
    return t('ticket:happened.cleared', { label, before: valueWords(field, before, names, t) })
  return before === null || before === undefined || before === ''
    ? t('ticket:happened.set', { label, after: said })
    : t('ticket:happened.changed', { label, before: valueWords(field, before, names, t), after: said })
}

function valueWords(field: string, value: unknown, names: Names, t: TFunction): string {
  if (value === null || value === undefined || value === '') return t('ticket:none')
  const kind = nameOfFields[field]
  if (kind) return names[kind](Number(value)) ?? `#${value}`
  if (field === 'status') return t(`kit:status.${value}`)
  if (field === 'priority') return t(`kit:priority.${value}`)
  if (field === 'kind') return t(`ticket:kinds.${value}`)
  if (field === 'impact' || field === 'urgency') return t(`ticket:${field}s.${value}`, { defaultValue: String(value) })
  if (field.endsWith('At') || field === 'waitingUntil') return dateAndTime(new Date(String(value)))
  if (Array.isArray(value)) return value.length === 0 ? t('ticket:none') : value.join(', ')
  if (typeof value === 'object') return t('ticket:happened.answers')
  return String(value)
}
