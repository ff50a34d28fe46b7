import { useCallback } from 'react'
import { listTeams } from '../../../../rooms/people/contract/http.ts'
import { queryClient } from '../../../../web-kit/api/query-client.ts'
import { apiQuery } from '../../../../web-kit/api/use-api.ts'
import type { Mentionable } from '../../../../web-kit/editor/editor-props.ts'

/** Colleagues by name, from the teams the browser has anyway. */
export function useMentions() {
  return useCallback(async (query: string): Promise<Mentionable[]> => {
    const teams = await queryClient.ensureQueryData(apiQuery(listTeams, {}))
    const people = new Map<number, Mentionable>()
    for (const team of teams.items) {
      for (const one of team.members)
        if (one.active) people.set(one.id, { id: one.id, label: one.name, hint: team.name })
    }
    const wanted = query.toLowerCase()
    return [...people.values()]
      .filter((one) => one.label.toLowerCase().includes(wanted))
      .sort((a, b) => a.label.localeCompare(b.label))
      .slice(0, 7)
  }, [])
}
