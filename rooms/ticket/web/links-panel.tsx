import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { AddLink, type FindTickets } from './add-link.tsx'
import classes from './links-panel.module.css'
import type { Ticket } from './use-ticket.ts'
import { useTicketActions } from './use-ticket-actions.ts'

interface Props {
  ticket: Ticket
  /** Tickets by words or number, as the app's search finds them. */
  find: FindTickets
  /** A link to a ticket, in the way of the app. */
  link: (number: number, children: ReactNode) => ReactNode
}

/** Other tickets this one hangs together with. */
export function LinksPanel({ ticket, find, link }: Props) {
  const { t } = useTranslation('ticket')
  const { removeLink } = useTicketActions()
  const [adding, setAdding] = useState(false)
  return (
    <div>
      <ul className={classes.list}>
        {ticket.links.map((one) => (
          <li key={one.id} className={classes.item}>
            <StatusIcon status={one.status} size={14} />
            <span className={classes.words}>
              <span className={classes.relation}>{t(`relations.${one.relation}.${one.direction}`)}</span>{' '}
              {link(one.number, `#${one.number} ${one.subject}`)}
            </span>
            {ticket.abilities.link.allowed && (
              <ActionIcon
                size={24}
                aria-label={t('removeLink', { number: one.number })}
                onClick={() => removeLink.mutate({ params: { number: ticket.number, link: one.id } })}
              >
                <IconX size={12} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <AddLink ticket={ticket} find={find} onDone={() => setAdding(false)} />
      ) : (
        ticket.abilities.link.allowed && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAdding(true)}>
            {t('addLink')}
          </Button>
        )
      )}
    </div>
  )
}
