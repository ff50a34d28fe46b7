import { searchEndpoint } from '../../../../rooms/desk/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'

/** The tickets that words or a number mean. */
export const findTickets = async (q: string) => (await api(searchEndpoint, { query: { q, limit: 8 } })).items
