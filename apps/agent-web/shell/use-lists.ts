import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { type ListState, parseListState } from '../../../rooms/desk/web/index.ts'

const path = '/desk'

/** Going to lists and tickets, in words of the rooms; addresses are this app's business. */
export function useLists() {
  const router = useRouter()
  const go = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const here = useLocation({ select: (location) => location.pathname })
  const inWork = here === path || here === `${path}/` || here.startsWith(`${path}/tickets/`)
  const ticket = (number: number) => ({
    to: `${path}/tickets/$number`,
    params: { number: String(number) },
    search: true,
  })
  return {
    /** The list on screen, alone or beside a ticket. */
    current: inWork ? parseListState(search) : undefined,
    listHref: (state: ListState) => router.buildLocation({ to: path, search: state } as never).href,
    openList: (state: ListState) => void go({ to: path, search: state } as never),
    ticketHref: (number: number) => router.buildLocation(ticket(number) as never).href,
    openTicket: (number: number) => void go(ticket(number) as never),
  }
}
