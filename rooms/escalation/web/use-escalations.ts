import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import {
  acceptEscalationEndpoint,
  getEscalations,
  returnEscalationEndpoint,
  type TicketEscalations,
  withdrawEscalationEndpoint,
} from '../contract/http.ts'

export const rereadAfter = [getEscalations, getTicket, getTimeline, listTicketsEndpoint]

/** The path of a ticket and its escalations, and whether giving it to a team would hand it up. */
export function useEscalations(number: number, enabled: boolean) {
  const found = useApi(getEscalations, { params: { number } }, { live: [`ticket:${number}`], enabled }).data
  return {
    found,
    open: found && openOf(found),
    /** Undo, rules and leads aside: what the server would refuse without a hand-off. */
    climbs: (teamId: number | undefined) => {
      const tier = found?.path.find((one) => one.teams.some((team) => team.id === teamId))?.tier
      return tier !== undefined && found?.stands != null && found.stands < tier
    },
  }
}

export const openOf = (found: TicketEscalations) =>
  found.items.find((one) => one.kind === 'functional' && one.ended === null)

/** Accepting, returning and taking back a hand-off. */
export function useEscalationActions() {
  const refresh = rereadAfter
  return {
    accept: useSend(acceptEscalationEndpoint, { refresh }),
    giveBack: useSend(returnEscalationEndpoint, { refresh }),
    withdraw: useSend(withdrawEscalationEndpoint, { refresh }),
  }
}
