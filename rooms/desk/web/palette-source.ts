import { api } from '../../../web-kit/api/api.ts'
import { translate } from '../../../web-kit/i18n/i18n.ts'
import type { PaletteSource } from '../../../web-kit/palette/registry.ts'
import { searchEndpoint } from '../contract/http.ts'

interface Ways {
  openTicket: (number: number) => void
  openSearch: (q: string) => void
}

const shown = 6

/** Tickets and people in the command palette, and the way to all results. */
export function searchPaletteSource({ openTicket, openSearch }: Ways): PaletteSource {
  return {
    id: 'search',
    title: translate('desk:search.title'),
    search: async (q, signal) => {
      const found = await api(searchEndpoint, { query: { q, limit: shown }, signal })
      return [
        ...found.items.map((hit) => ({
          id: `ticket ${hit.number}`,
          label: `#${hit.number} ${hit.subject}`,
          hint: hit.requester.name,
          keywords: q,
          run: () => openTicket(hit.number),
        })),
        ...found.persons.map((person) => ({
          id: `person ${person.id}`,
          label: person.name,
          hint: person.email ?? '',
          keywords: q,
          run: () => openSearch(`requester:${person.email ?? person.id}`),
        })),
        { id: 'all', label: translate('desk:search.all', { q }), keywords: q, run: () => openSearch(q) },
      ]
    },
  }
}
