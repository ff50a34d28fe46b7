import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { assignTicketEndpoint, getTicket, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { takeNext } from '../contract/http.ts'

const refresh = [getTicket, listTicketsEndpoint]

/** Takes the most urgent ticket that nobody has, opens it, and says why this one; it can be given back. */
export function useNext(open: (number: number) => void) {
  const { t } = useTranslation('routing')
  const giveBack = useSend(assignTicketEndpoint, { refresh })
  const next = useSend(takeNext, {
    refresh,
    onDone: ({ ticket, skills, waiting, otherSkills }) => {
      if (!ticket) {
        toast.done(otherSkills > 0 ? t('next.otherSkills', { count: otherSkills }) : t('next.none'))
        return
      }
      open(ticket.number)
      const priority = t(`kit:priority.${ticket.priority}`)
      const why = t(skills.length > 0 ? 'next.takenSkill' : 'next.taken', {
        number: ticket.number,
        priority,
        team: ticket.team,
        skills: skills.join(', '),
        count: waiting,
      })
      toast.done(why, {
        undo: () => giveBack.mutate({ params: { number: ticket.number }, body: { assignee: null } }),
      })
    },
  })
  // A key that is held down must not take a ticket each time it repeats.
  const take = () => {
    if (!next.isPending) next.mutate({ body: {} })
  }
  return { take, busy: next.isPending }
}
