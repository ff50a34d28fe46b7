import type { Priority } from '../../../ticket/contract/shapes.ts'
import type { Rule, Trigger, TriggerKind, When } from '../../contract/http-triggers.ts'

/** A trigger as its form holds it: every parameter has a value, whatever kind is chosen. */
export function valuesOf(trigger: Trigger | undefined) {
  const when = trigger?.rule.when
  const only = trigger?.rule.only
  const to = trigger?.rule.tell
  return {
    name: trigger?.name ?? '',
    active: trigger?.active ?? true,
    kind: (when?.kind ?? 'priority') as TriggerKind,
    wanted: when?.kind === 'priority' ? when.priorities : (['critical'] as Priority[]),
    words: when?.kind === 'keyword' ? when.words : [],
    times: when && 'times' in when ? when.times : 2,
    minutes: when && 'minutes' in when ? when.minutes : 60,
    percent: when?.kind === 'sla' ? when.percent : 100,
    priorities: only?.priorities ?? [],
    teams: (only?.teams ?? []).map(String),
    services: (only?.services ?? []).map(String),
    leads: to?.leads ?? true,
    persons: (to?.persons ?? []).map(String),
    role: to?.roleId ? String(to.roleId) : null,
    ladder: to?.ladderId ? String(to.ladderId) : null,
  }
}

export function ruleOf(v: ReturnType<typeof valuesOf>): Rule {
  return {
    when: whenOf(v),
    only: { priorities: v.priorities, teams: v.teams.map(Number), services: v.services.map(Number) },
    tell: {
      leads: v.leads,
      persons: v.persons.map(Number),
      roleId: v.role ? Number(v.role) : null,
      ladderId: v.ladder ? Number(v.ladder) : null,
    },
  }
}

function whenOf({ kind, wanted, words, times, minutes, percent }: ReturnType<typeof valuesOf>): When {
  switch (kind) {
    case 'priority':
      return { kind, priorities: wanted }
    case 'keyword':
      return { kind, words }
    case 'sla':
      return { kind, percent: Number(percent) || 100 }
    case 'reopened':
    case 'returned':
      return { kind, times: Number(times) || 1 }
    case 'similar':
      return { kind, times: Number(times) || 1, minutes: Number(minutes) || 1 }
    case 'idle':
      return { kind, minutes: Number(minutes) || 1 }
    default:
      return { kind }
  }
}
