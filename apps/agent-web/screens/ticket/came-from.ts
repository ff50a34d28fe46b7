/** What of a router is needed; its own types know every route of the app. */
interface Navigating {
  subscribe(
    event: 'onBeforeNavigate',
    listener: (move: { fromLocation?: Place | undefined; toLocation: Place }) => void,
  ): unknown
}
interface Place {
  pathname: string
  href: string
}

const ticketPage = /^\/desk\/tickets\/\d+/
// Where tickets are opened from that are not in the list beside them. A form that has been sent is nowhere to go back to.
const lists = /^\/desk\/(search|board|on-call|escalations|major-incidents)\b/

let from: string | undefined

/** Remembers from which page the ticket was opened that is being read; the way through its neighbours does not count. */
export function rememberWhereFrom(router: Navigating): void {
  router.subscribe('onBeforeNavigate', ({ fromLocation, toLocation }) => {
    if (!fromLocation || ticketPage.test(fromLocation.pathname) || !ticketPage.test(toLocation.pathname)) return
    from = lists.test(fromLocation.pathname) ? fromLocation.href : undefined
  })
}

/** The page to go back to from a ticket, with all that stands in its address; undefined for the list beside it. */
export const cameFrom = (): string | undefined => from
