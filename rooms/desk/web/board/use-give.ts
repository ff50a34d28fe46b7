import { useTranslation } from 'react-i18next'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { change, useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { assignTicketEndpoint, getTicket, listTicketsEndpoint } from '../../../ticket/contract/http.ts'
import { type Board, type BoardTicket, getBoard } from '../../contract/board.ts'

const refresh = [getBoard, getTicket, listTicketsEndpoint]

/** Where a ticket is to go: to somebody of the team, to nobody, or to another team. */
export type Goal = { personId: number | null } | { team: { id: number; name: string } }

interface Options {
  query: { team?: number }
  board: Board | undefined
  /** The other team is of a higher tier, so what is known has to be handed over with it. */
  onHandUp: (number: number, teamId: number) => void
}

/** Gives a ticket to somebody else, shown at once; refused when somebody was faster, and it can be undone. */
export function useGive({ query, board, onHandUp }: Options) {
  const { t } = useTranslation('board')
  const send = useSend(assignTicketEndpoint, {
    refresh,
    optimistic: ({ params, body }) => [
      change(getBoard, { query }, (before) =>
        body?.team
          ? without(before, params.number)
          : moved(before, params.number, typeof body?.assignee === 'number' ? body.assignee : null),
      ),
    ],
    onProblem: (problem, { params, body }) => {
      if (!isProblem(problem, 'escalation.hand_off_needed') || !body?.team) return false
      const teamId = Number(body.team)
      toast.problem(problem, { label: t('handUp'), run: () => onHandUp(params.number, teamId) })
      return true
    },
  })
  return (ticket: BoardTicket, goal: Goal) => {
    const { number } = ticket
    const params = { number }
    if ('team' in goal) {
      const back = { team: board?.team?.id ?? null, assignee: ticket.assigneeId }
      send.mutate(
        { params, body: { team: goal.team.id, assignee: null }, ifMatch: ticket.version },
        {
          onSuccess: () =>
            toast.done(t('sent', { number, team: goal.team.name }), {
              undo: () => send.mutate({ params, body: back }),
            }),
        },
      )
      return
    }
    const { personId } = goal
    if (ticket.assigneeId === personId) return
    const name = board?.people.find((person) => person.id === personId)?.name
    send.mutate(
      { params, body: { assignee: personId }, ifMatch: ticket.version },
      {
        onSuccess: () =>
          toast.done(personId === null ? t('freed', { number }) : t('given', { number, name }), {
            undo: () => send.mutate({ params, body: { assignee: ticket.assigneeId } }),
          }),
      },
    )
  }
}

const others = (tickets: readonly BoardTicket[], number: number) => tickets.filter((one) => one.number !== number)

/** The same board without a ticket. */
function without(board: Board, number: number): Board {
  return {
    ...board,
    due: others(board.due, number),
    unassigned: others(board.unassigned, number),
    people: board.people.map((person) => ({ ...person, tickets: others(person.tickets, number) })),
  }
}

/** The same board with a ticket in another column. */
function moved(board: Board, number: number, personId: number | null): Board {
  const all = [...board.unassigned, ...board.people.flatMap((person) => person.tickets), ...board.due]
  const ticket = all.find((one) => one.number === number)
  if (!ticket) return board
  const now = { ...ticket, assigneeId: personId }
  const rest = without(board, number)
  return {
    ...rest,
    due: board.due.map((one) => (one.number === number ? now : one)),
    unassigned: personId === null ? [now, ...rest.unassigned] : rest.unassigned,
    people: rest.people.map((person) =>
      person.id === personId ? { ...person, tickets: [now, ...person.tickets] } : person,
    ),
  }
}
